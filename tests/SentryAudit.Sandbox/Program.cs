using SentryAudit.Sandbox.Verbs;













return await Command.RunAsync(args, Console.Out, Console.Error);
