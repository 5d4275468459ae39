using SentryAudit.Suites;

return await Command.RunAsync(args, Console.Out, Console.Error);
