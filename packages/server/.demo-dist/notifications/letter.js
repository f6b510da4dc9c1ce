const MAX_SUBJECT = 150;
/** Label and value in one line: «Код: ABC», but «Когда починят? — приняты меры». */
export const labelled = (label, value) => `${label}${/[?!.…]$/.test(label) ? ' — ' : ': '}${value}`;
/** One line of at most `max` characters, cut between words where that is possible. */
export function shortened(text, max) {
    const line = text.replace(/\s+/g, ' ').trim();
    const characters = [...line];
    if (characters.length <= max)
        return line;
    const cut = characters.slice(0, max - 1).join('');
    const space = cut.lastIndexOf(' ');
    return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:!?–—-]+$/u, '')}…`;
}
/** The subject as a header can carry it: a line break in an appeal's subject must not begin another header. */
export const subjectLine = (letter) => shortened(letter.subject, MAX_SUBJECT);
/** The text part: everything that the HTML part says, readable in any mail program. */
export function asText(letter) {
    return `${letter.blocks.map(blockAsText).join('\n\n')}\n`;
}
function blockAsText(block) {
    switch (block.kind) {
        case 'paragraph': return block.text;
        case 'heading': return block.text.toUpperCase();
        case 'facts': return block.rows.map(([label, value]) => labelled(label, value)).join('\n');
        case 'quote': return block.text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
        case 'links': return block.links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
    }
}
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
const lines = (text) => escapeHtml(text).replaceAll('\n', '<br>');
/** The HTML part: one column, large letters, no image, no style sheet, links that a thumb can hit. */
export function asHtml(letter, locale) {
    return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subjectLine(letter))}</title></head>
<body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:18px/1.5 Arial,sans-serif">
<div style="max-width:600px;margin:0 auto">
${letter.blocks.map(blockAsHtml).join('\n')}
</div>
</body>
</html>
`;
}
function blockAsHtml(block) {
    switch (block.kind) {
        case 'paragraph': return `<p>${lines(block.text)}</p>`;
        case 'heading': return `<h2 style="font-size:20px;margin:28px 0 8px">${lines(block.text)}</h2>`;
        case 'facts': return `<p>${block.rows.map(([label, value]) => labelled(escapeHtml(label), `<strong>${lines(value)}</strong>`)).join('<br>')}</p>`;
        case 'quote': return `<blockquote style="margin:16px 0;padding:0 0 0 16px;border-left:4px solid #c8c8c8">${lines(block.text)}</blockquote>`;
        case 'links': return block.links
            .map(({ label, url }) => `<p style="margin:0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:8px 0;color:#1d4ed8">${escapeHtml(label)}</a></p>`)
            .join('\n');
    }
}
