// Loads an export into Kuzu, an embedded graph database, twice, and counts what is in it.
//
//   node load-into-kuzu.mjs <export.cypher | folder of Neo4jCsv>   (npm install kuzu, anywhere above or in NODE_PATH)
//
// Prints one JSON object of counts; ends with 3, "not run", where Kuzu is not installed. Kuzu wants tables declared,
// has one label a node, no timestamp() and, in text, no escapes but \\ and \': these differences are bridged here.

import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

let kuzu;
try {
  kuzu = createRequire(join(process.cwd(), 'x.js'))('kuzu');
} catch {
  console.log('not run: kuzu is not installed');
  process.exit(3);
}

const source = process.argv[2];
const db = new kuzu.Database(':memory:');
const connection = new kuzu.Connection(db);
const run = async text => (await connection.query(text)).getAll();
const numbers = new Set(['firstseen', 'lastupdated', 'member_count', 'commit_count', 'deploy_count', 'new_groups', 'frequency']);
const flags = new Set(['require_2fa', 'is_early_adopter', 'pending', 'expired', 'has_2fa']);
const typeOf = column => numbers.has(column) ? 'INT64' : flags.has(column) ? 'BOOLEAN' : 'STRING';

// Text of a literal as other Cypher reads it; what Kuzu can't spell stands there as it is.
const controls = { n: '\n', r: '\r', t: '\t' };
const bridge = literal => literal.replace(/\\(u([0-9a-f]{4})|[^])/gu, (whole, first, code) =>
  code ? String.fromCharCode(parseInt(code, 16)) : controls[first] ?? whole);

// A statement ends at a semicolon outside of text.
function statements(script) {
  const found = [];
  let text = '';
  for (const [token] of script.matchAll(/'(?:[^'\\]|\\[^])*'|[^';]+|;|'/gu)) {
    if (token === "'") throw new Error('A text is not closed.');
    if (token === ';') { found.push(text.trim()); text = ''; } else { text += token[0] === "'" ? bridge(token) : token; }
  }
  if (text.trim()) throw new Error(`Left over: ${text}`);
  return found.filter(Boolean);
}

const nodeTable = (label, columns) => `CREATE NODE TABLE IF NOT EXISTS ${label}(${columns.map(c => `${c} ${typeOf(c)}`).join(', ')}, PRIMARY KEY(id))`;

async function declareRelations(pairs) {
  const ends = {};
  for (const [from, type, to] of pairs) (ends[type] ??= new Set()).add(`FROM ${from} TO ${to}`);
  for (const [type, set] of Object.entries(ends)) await run(`CREATE REL TABLE ${type}(${[...set].join(', ')}, firstseen INT64, lastupdated INT64)`);
}

async function loadCypher(path) {
  const all = statements(readFileSync(path, 'utf8')).filter(text => !text.startsWith('CREATE INDEX'));
  const declared = new Map();
  const pairs = new Map();
  for (const text of all) {
    const clauses = text.slice(text.lastIndexOf('] AS row'));
    const node = /MERGE \(n:(\w+) /.exec(clauses);
    if (node) declared.set(node[1], ['id', 'firstseen', ...[...clauses.matchAll(/n\.(\w+) = row\./g)].map(m => m[1]).filter(c => c !== 'firstseen')]);
    const edge = /MATCH \(a:(\w+) .*\nMATCH \(b:(\w+) .*\nMERGE \(a\)-\[r:(\w+)\]/.exec(clauses);
    if (edge) pairs.set(edge.slice(1).join(), [edge[1], edge[3], edge[2]]);
  }
  for (const [label, columns] of declared) await run(nodeTable(label, columns));
  await declareRelations([...pairs.values()]);
  for (let round = 0; round < 2; round++) {
    for (const text of all) {
      // Row by row: Kuzu's lists hold structs of one shape, and what is unknown is left out of ours.
      const [, rows, clauses] = /^UNWIND \[\n([^]*)\n\] (AS row[^]*)$/.exec(text);
      for (const row of rows.split(/,\n(?=\{(?:id|source): ')/)) {
        const has = column => new RegExp(`[{ ]${column}: `).test(row);
        const kept = clauses.replace(/n:\w+, (?=n\.)/, '').replace('coalesce(row.firstseen, timestamp())', has('firstseen') ? 'row.firstseen' : '1').replace('timestamp()', '1')
          .replace(/n\.(\w+) = row\.\1/g, (whole, column) => has(column) ? whole : `n.${column} = NULL`);
        await run(`UNWIND [${row}] ${kept}`);
      }
    }
  }
}

async function loadCsv(folder) {
  const files = readdirSync(folder).filter(name => name.endsWith('.csv'));
  const header = name => readFileSync(join(folder, name), 'utf8').split('\n', 1)[0].split(',').map(c => c.replace(/:.*/, ''));
  const options = '(HEADER=true, ESCAPE=\'"\', PARALLEL=false)';
  const relations = files.map(name => basename(name, '.csv').split('_')).filter(parts => parts.length > 1)
    .map(parts => [parts[0], parts.slice(1, -1).join('_'), parts.at(-1)]);
  for (const name of files.filter(file => !file.includes('_'))) {
    const columns = header(name).slice(0, -1);
    const label = basename(name, '.csv');
    await run(nodeTable(label, [...columns, 'extra_labels']));
    await run(`COPY ${label} FROM '${join(folder, name)}' ${options}`);
  }
  await declareRelations(relations);
  for (const [from, type, to] of relations) {
    const file = join(folder, `${from}_${type}_${to}.csv`);
    const rows = `LOAD WITH HEADERS (source STRING, target STRING, kind STRING, lastupdated INT64) FROM '${file}' ${options} RETURN source, target, lastupdated`;
    await run(`COPY ${type}(lastupdated) FROM (${rows}) (from='${from}', to='${to}')`);
  }
}

await (statSync(source).isDirectory() ? loadCsv(source) : loadCypher(source));
const counts = {};
for (const { label } of await run('MATCH (n) RETURN DISTINCT label(n) AS label')) counts[label] = (await run(`MATCH (n:${label}) RETURN count(*) AS n`))[0].n;
for (const { type, n } of await run('MATCH ()-[r]->() RETURN label(r) AS type, count(*) AS n')) counts[type] = n;
counts.names = (await run('MATCH (n:SentryTeam) RETURN n.name AS name ORDER BY n.id')).map(row => row.name);
console.log(JSON.stringify(counts));
