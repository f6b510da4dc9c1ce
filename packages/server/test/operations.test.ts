import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig, PROJECT_ROOT, SETTINGS } from '../src/config.js';

const read = (file: string): string => readFileSync(path.join(PROJECT_ROOT, file), 'utf8');

/** Variables of docker-compose.yml that are not ours to read: they set up the containers beside the product. */
const OF_OTHERS = ['POSTGRES_PASSWORD'];

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service>; volumes: object };
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'voter-deputy');

test('docs/operations.md has the table of the settings as the code has it', () => {
  const rows = Object.entries(SETTINGS).map(([name, { default: value, ru, en }]) =>
    `| \`${name}\` | ${value ? `\`${value}\`` : '—'} | ${ru} | ${en} |`);
  expect(read('docs/operations.md')).toContain(['| Переменная | По умолчанию | Значение | Meaning |', '|---|---|---|---|', ...rows, ''].join('\n'));
});

describe('docker-compose.yml', () => {
  test('has every part of a production', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['mailpit', 'migrate', 'postgres', 'server', 'valkey', 'worker']);
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'server', 'worker']);
  });

  test('gives the product known settings only', () => {
    for (const [name, { environment }] of ours) {
      expect(Object.keys(SETTINGS), name).toEqual(expect.arrayContaining(Object.keys(environment ?? {})));
    }
  });

  test('takes from outside known settings only, and those of the containers beside', () => {
    const variables = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map((match) => match[1]);
    expect(variables.length).toBeGreaterThan(0);
    expect([...Object.keys(SETTINGS), ...OF_OTHERS]).toEqual(expect.arrayContaining(variables));
    for (const name of OF_OTHERS) expect(read('docs/operations.md')).toContain(`\`${name}\``);
  });

  test('has no default for a secret', () => {
    for (const name of ['SECRET', 'POSTGRES_PASSWORD']) {
      const uses = [...read('docker-compose.yml').matchAll(new RegExp(`\\$\\{${name}([^}]*)\\}`, 'g'))].map((match) => match[1]);
      expect(uses.length, name).toBeGreaterThan(0);
      for (const use of uses) expect(use, name).toMatch(/^:\?/);
    }
  });

  test('is a configuration that the product accepts', () => {
    const given: Record<string, string> = { SECRET: 'x'.repeat(32), POSTGRES_PASSWORD: 'abc', PUBLIC_URL: 'https://deputat.example.ru' };
    const filled = (text: string): string =>
      text.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind: string, rest: string) => given[name] ?? (kind === '-' ? rest : ''));
    for (const [, { environment }] of ours) {
      const env = Object.fromEntries(Object.entries(environment ?? {}).map(([name, value]) => [name, filled(value)]));
      expect(loadConfig(env)).toMatchObject({
        nodeEnv: 'production', demo: false, port: 4000, publicUrl: 'https://deputat.example.ru',
        databaseUrl: 'postgres://voter:abc@postgres:5432/voter_deputy', serviceName: SETTINGS.SERVICE_NAME.default,
      });
    }
  });

  test('waits for what must be healthy, and each thing waited for says when it is', () => {
    for (const [name, { depends_on: needs = {} }] of Object.entries(compose.services)) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        const service = compose.services[needed];
        expect(service, `${name} → ${needed}`).toBeDefined();
        if (condition === 'service_healthy') expect(service?.healthcheck, needed).toBeDefined();
      }
    }
    expect(compose.services['server']?.healthcheck).toBeDefined();
  });

  test('starts programs that the build makes', () => {
    const programs = ours.flatMap(([, { command }]) => command ?? []).filter((word) => word.endsWith('.js'));
    expect(programs).toHaveLength(2);
    for (const program of programs) {
      expect(() => read(program.replace('/dist/', '/src/').replace(/\.js$/, '.ts')), program).not.toThrow();
    }
  });
});

test('the Dockerfile runs as an ordinary user and has no secret in it', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile.match(/^USER (.+)$/m)?.[1]).toBe('node');
  expect(dockerfile).not.toMatch(/SECRET|PASSWORD/);
});
