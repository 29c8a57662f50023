// Makes format_verdicts.json: what Zod says of right and nearly right texts, for each format.
//
//   node format_verdicts.mjs CONTRACTS     (the folder contracts/ with its node_modules)
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const { z } = createRequire(join(resolve(process.argv[2]), 'package.json'))('zod');
const encoded = (text) => Buffer.from(text).toString('base64url');
const uuid = '12345678-1234-1234-1234-123456789abc';
const addresses = ['1.2.3.4', '256.1.1.1', '01.2.3.4', '1.2.3', '::', '1::', '1:2:3:4:5:6:7:8', '1::2:3:4:5:6:7:8',
  'fe80::1%eth0', 'FE80::1%eth0', '::ffff:1.2.3.4', '::FFFF:1.2.3.4', ':::1.2.3.4', '1:2::01.2.3.4', '12345::', '1::2::3'];

const texts = [
  ['email', {}, ['a@b.co', "x.y+z'_-@ex-a.mple.com", '.a@b.co', 'a..b@c.de', 'a.@b.co', 'a@-b.com', 'a@b.c', 'é@b.co', 'a@b.co\n']],
  ['url', {}, ['http://a', 'https://u:p@x.com:8080/p?q#f', 'foo://', 'foo://@/', 'mailto:x', 'http://', 'http:a', 'http://256.1.1.1',
    'http://[::1]:80/', 'http://[::1', 'http://a b', 'http://a%20b', 'http://a:65536', 'http://ü.de', 'http://xn--a', 'file:x', '1a:b', '//a']],
  ['emoji', {}, ['😀', '👍🏽', '1', '👨‍👩‍👧', 'a', '', '❤️', '🇩🇪', '😀a']],
  ['uuid', {}, [uuid, uuid.toUpperCase(), uuid.slice(1), uuid.replaceAll('-', '')]],
  ['nanoid', {}, ['V1StGXR8_Z5jdHi6B-myT', 'V1StGXR8_Z5jdHi6B-my', 'V1StGXR8_Z5jdHi6B+myT']],
  ['cuid', {}, ['cjld2cjxh0000qzrmn831i7rn', 'Cabcdefgh', 'cabcdefg', 'cabc-defgh', 'c😀😀😀😀']],
  ['cuid2', {}, ['tz4a98xxat96iws9zmbrgj3a', 'A', '0', '']],
  ['ulid', {}, ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01arz3ndektsv4rrffq69g5fav', '01ARZ3NDEKTSV4RRFFQ69G5FAI']],
  ['base64', {}, ['', 'QQ==', 'QUI=', 'QUJD', 'QQ=', 'Q===', '====', '-_==']],
  ['base64url', {}, ['', 'QQ', 'QQ==', 'QUI', 'QQ=', 'Q', '-_-_', '+/']],
  ['date', {}, ['2024-02-29', '2023-02-29', '0000-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-1-1']],
  ...[{}, { precision: 0 }, { precision: 3 }].map((options) => ['time', options,
    ['12:30', '12:30:15', '12:30:15.123', '12:30:15.1', '24:00', '12:30:', '12:30:15.', '12:30:15.123:15.123']]),
  ...[{}, { offset: true }, { local: true }, { precision: 3 }].map((options) => ['datetime', options,
    ['2024-02-29T12:30:15Z', '2024-02-29T12:30Z', '2024-02-29T12:30:15.123Z', '2024-02-29T12:30:15+01:00', '2024-02-29T12:30:15+0100',
      '2024-02-29T12:30:15', '2024-02-30T12:30:15Z', '2024-02-29 12:30:15Z']]),
  ['duration', {}, ['P1Y2M3W4DT5H6M7S', 'PT1.5S', 'PT1,5H', 'PT1.5H1S', 'P', 'PT', 'P1M1Y', '-P1D', 'P1.5DT1H', 'P1DT']],
  ...[{}, { version: 'v4' }, { version: 'v6' }].map((options) => ['ip', options, addresses]),
  ...[{}, { version: 'v4' }].map((options) => ['cidr', options,
    [...addresses.map((each) => `${each}/32`), '1.2.3.4/33', '::/128', '::/129', '::/064', '::']]),
  ...[{}, { alg: 'HS256' }].map((options) => ['jwt', options,
    ['{"alg":"HS256","typ":"JWT"}', '{"alg":"RS256"}', '{"alg":"HS256","typ":"x"}', '{"alg":""}', '{"alg":[]}', '[]', 'null', '{"alg":NaN}']
      .map((header) => `${encoded(header)}.e30.x`).concat('a.b.c', '..')]),
];

const lines = texts.flatMap(([format, options, all]) => {
  const schema = z.string()[format](options);
  return all.map((text) => JSON.stringify([format, options, text, schema.safeParse(text).success]));
});
writeFileSync(fileURLToPath(new URL('format_verdicts.json', import.meta.url)), `[\n${lines.join(',\n')}\n]\n`);
