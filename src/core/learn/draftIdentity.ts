import { isLessonId } from '../lesson/identity';
import { parseLessonText } from '../lesson/parse';
import { SourceText } from '../text';

/** The id that a lesson's text says it has, also where the rest of it cannot be read. */
export function idIn(text: string): string | undefined {
  const [, id = ''] = /^id:[ \t]*["']?([^\s"']+)/m.exec(text) ?? [];
  return isLessonId(id) ? id : undefined;
}

/** Whether two texts are of one lesson: by their ids, or by all that they say where one has none. */
export function isSameLesson(a: string, b: string): boolean {
  const [one, other] = [idIn(a), idIn(b)];
  return one === undefined || other === undefined ? lines(a) === lines(b) : one === other;
}

/** What the text calls itself, to be told to a person. */
export function titleIn(text: string): string | undefined {
  const { lesson } = parseLessonText('', new SourceText(text));
  const [, title = ''] = /^title:[ \t]*(.*)$/m.exec(text) ?? [];
  return lesson?.title ?? (title.trim() || undefined);
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}
