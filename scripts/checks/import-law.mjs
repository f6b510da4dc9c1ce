// Checks who imports whom in one package: node scripts/checks/import-law.mjs <package> [root of another project]
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import law from '../../.dependency-cruiser.mjs';
import { ROOT } from '../lib/places.mjs';

/** Breaches of the law in the sources of a package, each as `{ rule, from, to }`; `root` is another project in tests. */
export async function breaches(name, root = ROOT) {
  const tsConfig = path.join(root, 'packages', name, 'tsconfig.json');
  const options = { ...law.options, baseDir: root, validate: true, ruleSet: { forbidden: law.forbidden }, tsConfig: { fileName: tsConfig } };
  const { output } = await cruise([`packages/${name}/src`], options, undefined, { tsConfig: extractTSConfig(tsConfig) });
  return {
    files: output.summary.totalCruised,
    found: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name, from, to: cycle ? cycle.map((step) => step.name).join(' → ') : to,
    })),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { files, found } = await breaches(process.argv[2]);
  for (const { rule, from, to } of found) {
    const why = law.forbidden.find(({ name }) => name === rule)?.comment;
    console.log(`${from} → ${to}\n  ${rule}: ${why}`);
  }
  console.log(`${files} files, ${found.length} breaches`);
  process.exit(found.length === 0 && files > 0 ? 0 : 1);
}
