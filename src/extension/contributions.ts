/** The names that package.json declares and the code uses; a test holds the two against each other. */
export const commands = {
  capture: 'lessons.capture',
  captureFromCommit: 'lessons.captureFromCommit',
  importLessons: 'lessons.import',
  showSuggestion: 'lessons.showSuggestion',
  dismissSuggestion: 'lessons.dismissSuggestion',
  recoverDraft: 'lessons.recoverDraft',
  narrow: 'lessons.narrow',
  choosePattern: 'lessons.choosePattern',
  refresh: 'lessons.refresh',
  showLog: 'lessons.showLog',
  find: 'lessons.find',
  insertLink: 'lessons.insertLink',
  openLesson: 'lessons.openLesson',
  openIncident: 'lessons.openIncident',
  showReach: 'lessons.showReach',
  accept: 'lessons.accept',
  retire: 'lessons.retire',
  supersede: 'lessons.supersede',
  why: 'lessons.why',
  notHere: 'lessons.notHere',
  giveReason: 'lessons.giveReason',
  turnIntoCheck: 'lessons.turnIntoCheck',
  useful: 'lessons.useful',
  notUseful: 'lessons.notUseful',
  addFile: 'lessons.addFile',
  reveal: 'lessons.reveal',
  filter: 'lessons.filter',
  clearFilter: 'lessons.clearFilter',
  groupByArea: 'lessons.groupByArea',
  groupByTheme: 'lessons.groupByTheme',
  groupBySeverity: 'lessons.groupBySeverity',
  groupByStatus: 'lessons.groupByStatus',
  groupBySource: 'lessons.groupBySource',
  nextInFile: 'lessons.nextInFile',
  previousInFile: 'lessons.previousInFile',
  showAtLine: 'lessons.showAtLine',
  turnOn: 'lessons.turnOn',
  turnOff: 'lessons.turnOff',
  openWalkthrough: 'lessons.openWalkthrough',
} as const;

export const views = { tree: 'lessons.tree', sweep: 'lessons.sweep' } as const;

export const submenus = { grouping: 'lessons.grouping' } as const;

export const contextKeys = {
  ready: 'lessons.ready',
  hasFiles: 'lessons.hasFiles',
  groupBy: 'lessons.groupBy',
  filtered: 'lessons.filtered',
  finding: 'lessons.finding',
  on: 'lessons.on',
  keptDrafts: 'lessons.keptDrafts',
  sweeping: 'lessons.sweeping',
} as const;

export const colors = { mark: 'lessons.mark' } as const;

export const walkthroughs = { start: 'start' } as const;

export const settings = {
  section: 'lessons',
  enabled: 'enabled',
  show: 'diagnostics.show',
  hover: 'hover.enabled',
  badge: 'badge.enabled',
  gutter: 'gutter.enabled',
  codeLenses: 'codeLens.code',
  scopeLenses: 'codeLens.scopes',
} as const;
