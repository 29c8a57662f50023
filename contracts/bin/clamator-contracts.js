#!/usr/bin/env node
import { main } from '../src/main.js';

const status = await main(process.argv.slice(2));
// A contract file may have left a timer or a connection behind, which must not keep the command alive.
process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
