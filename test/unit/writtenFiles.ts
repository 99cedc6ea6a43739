/** A text that tells whether it is whole, by who wrote it; larger than what is written at one go. */
export function textOfFile(number: number, writer: number): string {
  return `${number} of ${writer}\n${'one line of many\n'.repeat(2000 + (number % 100))}the end of ${number}\n`;
}

export function isWhole(text: string): boolean {
  const [, number, writer] = /^(\d+) of (\d+)\n/.exec(text) ?? [];
  return text === textOfFile(Number(number), Number(writer));
}

/** A disk that has no second names, as FAT on Linux says it. */
export function withoutLinks(): Promise<never> {
  return Promise.reject(Object.assign(new Error('operation not permitted, link'), { code: 'EPERM' }));
}
