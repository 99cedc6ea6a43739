import * as vscode from 'vscode';
import type { ListedLesson } from '../core/display/listing';
import { packOf } from '../core/library/files';
import { groupingLabel, groupLabel } from '../core/present/groupWording';
import { problemMessage } from '../core/present/problemWording';
import type { LessonFolder } from './lessonFolder';
import type { FoundLesson } from './lessonRef';
import type { TreeChoices } from './treeChoices';
import type { TreeContents } from './treeContents';
import {
  brokenItem,
  groupItem,
  lessonItem,
  lessonTooltip,
  noteItem,
  pageItem,
  sectionItem,
  suggestionItem,
} from './treeItem';
import {
  brokenRows,
  type GroupRow,
  groupRows,
  lessonRows,
  type Row,
  type Section,
  type SectionRow,
  sections,
  suggestionRows,
  type Told,
} from './treeRow';

/** With more lessons than this, groups begin closed. */
const mostOpen = 50;

/** The contents as rows, which are made when somebody opens what is above them. */
export class TreeRows implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #contents: TreeContents;
  readonly #choices: TreeChoices;
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly #sections: readonly SectionRow[] = sections.map((section) => ({ kind: 'section', section }));
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(contents: TreeContents, choices: TreeChoices) {
    this.#contents = contents;
    this.#choices = choices;
  }

  /** Shows the contents anew: all, or what is below one section. */
  renew(section?: Section): void {
    this.#changed.fire(this.#sections.find((row) => row.section === section));
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) {
      // Without any row, the editor shows what package.json has for an empty view.
      const isShown = (section: Section) => section === 'file' || this.#countOf(section) > 0;
      return this.#contents.isEmpty ? [] : this.#sections.filter(({ section }) => isShown(section));
    }
    switch (row.kind) {
      case 'section':
        return [...this.#rowsIn(row)];
      case 'group':
        return [...lessonRows(row, row.group.lessons, (one) => this.#toldBelow(row, one))];
      case 'page':
        return [...row.rows()];
      default:
        return [];
    }
  }

  #toldBelow({ group }: GroupRow, one: ListedLesson<LessonFolder>): Told {
    return group.name.kind === 'review'
      ? { kind: 'review', reasons: one.reasons }
      : { kind: 'all', source: this.#sourceOf(one) };
  }

  #rowsIn(row: SectionRow): readonly Row[] {
    const { outline, broken, suggested } = this.#contents;
    switch (row.section) {
      case 'file':
        return this.#rowsOfFile(row);
      case 'broken':
        return brokenRows(row, broken);
      case 'review':
        return groupRows(row, outline.review);
      case 'all':
        return groupRows(row, outline.groups);
      case 'worth':
        return suggestionRows(row, suggested);
    }
  }

  #rowsOfFile(row: SectionRow): readonly Row[] {
    const { ofFile } = this.#contents;
    if (ofFile === undefined || ofFile.length === 0) {
      return [{ kind: 'note', note: ofFile === undefined ? 'no-file' : 'none-applies', parent: row }];
    }
    const found = ofFile.map((one) => ({
      ...{ folder: one.finding.folder, lesson: one.finding.match.lesson, told: one },
    }));
    return lessonRows(row, found, ({ told }) => ({ kind: 'file', ...told }));
  }

  /** Where a lesson comes from, as far as that is not told by what it stands below. */
  #sourceOf({ folder, lesson }: ListedLesson<LessonFolder>): string | undefined {
    const { grouping } = this.#choices;
    const pack = packOf(lesson.path);
    if (grouping === 'source') {
      return undefined;
    }
    if (pack !== undefined) {
      return groupLabel({ kind: 'pack', name: pack });
    }
    return grouping !== 'area' && this.#contents.isOfSeveral ? folder.name : undefined;
  }

  #countOf(section: Section): number {
    const { ofFile, broken, outline, suggested } = this.#contents;
    switch (section) {
      case 'file':
        return ofFile?.length ?? 0;
      case 'broken':
        return broken.length;
      case 'review':
        return outline.countOfReview;
      case 'all':
        return outline.lessons.length;
      case 'worth':
        return suggested.length;
    }
  }

  getParent(row: Row): Row | undefined {
    return row.kind === 'section' ? undefined : row.parent;
  }

  /** The row of a lesson below all lessons; `undefined` where it is filtered out, or not listed yet. */
  rowOf({ folder, lesson }: FoundLesson): Row | undefined {
    const holds = (one: FoundLesson) => one.folder === folder && one.lesson === lesson;
    const all = this.#sections.find(({ section }) => section === 'all');
    const group =
      all && groupRows(all, this.#contents.outline.groups).find((one) => one.group.lessons.some(holds));
    const below = group === undefined ? [] : this.getChildren(group);
    return below
      .flatMap((row) => (row.kind === 'page' ? row.rows() : [row]))
      .find((row) => row.kind === 'lesson' && holds(row.found));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'section':
        return sectionItem(row.section, this.#detailOf(row.section));
      case 'group':
        return groupItem(row, this.#contents.outline.lessons.length <= mostOpen);
      case 'page':
        return pageItem(row);
      case 'lesson':
        return lessonItem(row);
      case 'broken':
        return brokenItem(row);
      case 'note':
        return noteItem(row);
      case 'suggestion':
        return suggestionItem(row);
    }
  }

  #detailOf(section: Section): string {
    const count = String(this.#countOf(section));
    return section === 'all' ? `${count} · ${groupingLabel(this.#choices.grouping)}` : count;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if (row.kind === 'lesson') {
      item.tooltip = new vscode.MarkdownString(lessonTooltip(row));
    } else if (row.kind === 'broken') {
      item.tooltip = row.problems.map(problemMessage).join('\n');
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
