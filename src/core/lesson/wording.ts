export const wordingRules = [
  'blame-error',
  'blame-person',
  'blame-trait',
  'blame-fault',
  'counterfactual',
  'personal-email',
  'personal-handle',
] as const;
export type WordingRule = (typeof wordingRules)[number];
export interface WordingFault {
  readonly rule: WordingRule;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}
export function wordingFaults(
  _prose: string,
  _kind: 'sentence' | 'body',
  _isOn: (rule: WordingRule) => boolean,
): readonly WordingFault[] {
  return [];
}
