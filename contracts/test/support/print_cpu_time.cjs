// Required before the command: prints what its process cost, which does not depend on what else the machine does.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`cpu seconds: ${(user + system) / 1e6}\n`);
});
