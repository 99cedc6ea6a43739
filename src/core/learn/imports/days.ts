import { isDate } from '../../lesson/calendar';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`;

const written: readonly (readonly [RegExp, (parts: readonly string[]) => readonly string[]])[] = [
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([y = '', m = '', d = '']) => [y, m, d]],
  [
    new RegExp(String.raw`\b${month}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'i'),
    ([m = '', d = '', y = '']) => [y, monthOf(m), d],
  ],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month},?\s+(\d{4})\b`, 'i'),
    ([d = '', m = '', y = '']) => [y, monthOf(m), d],
  ],
];

/** The first day that a text names, YYYY-MM-DD. What only numbers tell apart, as 03/04/2025 does, is nobody's guess. */
export function dayIn(text: string): string | undefined {
  for (const [pattern, partsOf] of written) {
    const [, ...found] = pattern.exec(text.slice(0, 2000)) ?? [];
    const [year = '', ...rest] = found.length === 0 ? [] : partsOf(found);
    const day = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
    // Records without a date say so by the year 1, or that in which computers begin to count.
    if (isDate(day) && year > '1970') {
      return day;
    }
  }
  return undefined;
}

function monthOf(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
