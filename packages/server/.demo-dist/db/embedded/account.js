import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
/**
 * PostgreSQL refuses to run as root, so for root another user is found: the owner of the cluster if there is one
 * already (an ordinary user may have made it), else `postgres`, else `nobody`. An ordinary user runs it themselves.
 */
export function accountFor(clusterDir) {
    if (process.getuid?.() !== 0)
        return null;
    const owner = statSync(clusterDir, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0)
        return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
    return accountNamed('postgres') ?? accountNamed('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}
function accountNamed(name) {
    const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
    const row = users.find((fields) => fields[0] === name);
    return row ? { name, uid: Number(row[2]), gid: Number(row[3]) } : null;
}
/** `spawn` options that make a process run as the account. */
export function identityOf(account) {
    return account ? { uid: account.uid, gid: account.gid } : {};
}
/**
 * Whether the account may execute a program, or pass through a folder. It is tried, not computed from modes:
 * access lists and mount options count too.
 */
export function mayExecute(account, target) {
    if (!account)
        return true;
    const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], { cwd: '/', ...identityOf(account) });
    return probe.status === 0;
}
