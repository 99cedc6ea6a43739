/** What a metavariable of a structure, or a group of a pattern, stands for at a hit. */
export interface Capture {
  readonly name: string;
  readonly text: string;
}
