export function shownScore(score) {
    return score === null || score === undefined ? null : Math.round(score * 1000) / 10;
}
