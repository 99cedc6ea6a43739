/** How long ago a day was, in the largest unit of which there is at least one. */
export interface Age {
  readonly unit: 'year' | 'month' | 'day';
  readonly count: number;
}

/** Between two days, both YYYY-MM-DD; `undefined` for a day that is still to come. */
export function ageOf(day: string, today: string): Age | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [nowYear = 0, nowMonth = 0, nowDate = 0] = today.split('-').map(Number);
  if (day > today) {
    return undefined;
  }
  const months = (nowYear - year) * 12 + nowMonth - month - (nowDate < date ? 1 : 0);
  if (months >= 12) {
    return { unit: 'year', count: Math.floor(months / 12) };
  }
  return months >= 1
    ? { unit: 'month', count: months }
    : { unit: 'day', count: Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000) };
}
