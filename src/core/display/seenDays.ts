import { addDays } from '../lesson/calendar';

/** A lesson counts less for each day on which it was seen, for so long. */
const memory = 14;

/** On how many of the 14 days before today something was seen; today itself would change what is shown under one's eyes. */
export function daysSeen(days: readonly string[], today: string): number {
  const first = addDays(today, -memory);
  return days.filter((day) => first <= day && day < today).length;
}

/** The days with today among them, and without those that count no longer. YYYY-MM-DD, each once. */
export function withToday(days: readonly string[], today: string): readonly string[] {
  const first = addDays(today, -memory);
  return [...new Set([...days.filter((day) => first <= day), today])];
}
