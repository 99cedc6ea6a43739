type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** https://www.first.org/cvss/v3.1/specification-document#7-4-Metric-Values */
const weights: Weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
const privileges: Weights = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/** The base score of a vector of version 3; `undefined` for any other text. Version 4 has no formula. */
export function baseScore(vector: string): number | undefined {
  if (!/^CVSS:3\.[01]\//.test(vector) || vector.length > 200) {
    return undefined;
  }
  const metrics = new Map(vector.split('/').map((part) => part.split(':', 2) as [string, string]));
  const weightOf = (name: string) => weights[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;
  const scope = metrics.get('S') ?? '';
  const required = privileges[scope]?.[metrics.get('PR') ?? ''] ?? Number.NaN;
  const base = 1 - (1 - weightOf('C')) * (1 - weightOf('I')) * (1 - weightOf('A'));
  const isChanged = scope === 'C';
  const impact = isChanged ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  const ease = 8.22 * weightOf('AV') * weightOf('AC') * required * weightOf('UI');
  const score = impact <= 0 ? 0 : roundedUp(Math.min((isChanged ? 1.08 : 1) * (impact + ease), 10));
  return Number.isNaN(score + ease) ? undefined : score;
}

/** To one decimal, as the specification rounds so that all machines agree. */
function roundedUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
