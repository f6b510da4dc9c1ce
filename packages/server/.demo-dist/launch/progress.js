export function progressTo(write) {
    const began = performance.now();
    const say = (sentence) => write(`  ${seconds(performance.now() - began).padStart(8)}  ${sentence}`);
    return {
        say,
        async step(title, work) {
            const at = performance.now();
            say(`${title}…`);
            const result = await work();
            say(`${title}: готово за ${seconds(performance.now() - at)}`);
            return result;
        },
    };
}
/** Milliseconds as «1,2 с», with the comma and the non-breaking space of Russian typography. */
export function seconds(ms) {
    return `${(ms / 1000).toFixed(1).replace('.', ',')}\u00a0с`;
}
