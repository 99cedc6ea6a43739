import { type ParsedLesson, parseLessonText } from '../../src/core/lesson/parse';
import { buildLibrary, type Library } from '../../src/core/library/library';
import { SourceText } from '../../src/core/text';

const ids = ['LSN-00000001', 'LSN-00000002', 'LSN-00000003', 'LSN-00000004', 'LSN-00000005'];

/** Lessons from the lines of their front matter; ids and titles come by themselves unless given. */
export function parsed(...frontMatters: readonly string[]): ParsedLesson[] {
  return frontMatters.map((keys, index) => {
    const id = keys.includes('id:') ? '' : `id: ${ids[index]}\n`;
    const title = keys.includes('title:') ? '' : `title: Lesson number ${index}\n`;
    return parseLessonText(`.lessons/${index}.md`, new SourceText(`---\n${id}${title}${keys}\n---\n`));
  });
}

export function libraryOf(...frontMatters: readonly string[]): Library {
  return buildLibrary(parsed(...frontMatters));
}
