import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, run, testFolder } from './support/command.js';

function bigContract(number) {
  const methods = Array.from({ length: 20 }, (_, index) => `method${index}: defineMethod({
    params: z.object({ id: z.string().uuid(), count: z.number().int().min(0), tags: z.array(z.string()).optional(), item }),
    result: z.object({ ok: z.boolean(), items: z.array(item), at: z.string().datetime() }),
  }),`);
  return `import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';
const item = z.object({ sku: z.string().max(${number + 1}), price: z.number().positive(), kind: z.enum(['a', 'b']) });
export const contract = defineContract({ service: 'service-${number}', methods: { ${methods.join('\n')} } });
`;
}

test('100 contracts of 20 methods take less than 5 seconds of a processor', (t) => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`src/c${number}.ts`, bigContract(number)]));
  const cwd = folderOf(t, files);
  const nodeOptions = ['--require', join(testFolder, 'support/print_cpu_time.cjs')];
  const { status, stdout, stderr } = run(['--src', 'src', '--out', 'out'], { cwd, nodeOptions });
  assert.equal(status, 0, stderr);
  assert.equal(readdirSync(join(cwd, 'out')).length, 100);
  const seconds = Number(/^cpu seconds: ([\d.]+)$/m.exec(stdout)[1]);
  t.diagnostic(`${seconds.toFixed(2)} s`);
  assert.ok(seconds < 5, `${seconds} s`);
});
