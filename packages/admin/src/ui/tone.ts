/** The meanings that a colour may have. Never the colour alone: each badge also says it in words. */
export type Tone = 'accent' | 'danger' | 'warning' | 'good' | 'waiting' | 'quiet';
