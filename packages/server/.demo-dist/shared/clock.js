export const systemClock = { now: () => new Date() };
/** A clock that stands still until it is moved; for tests and for the demonstration data. */
export class SetClock {
    at;
    constructor(at) {
        this.at = at;
    }
    now() {
        return this.at;
    }
    set(at) {
        this.at = at;
    }
    /** Moves forward by so many milliseconds. */
    advance(ms) {
        this.at = new Date(this.at.getTime() + ms);
    }
}
