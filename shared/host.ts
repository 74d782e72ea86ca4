/** The few things a host (desktop window or browser) may offer. The engine knows nothing of it. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** Asks for data files or a folder; paths the engine can open, empty when the person changed her mind. */
  pickData(options: PickOptions): Promise<string[]>;
  /** Makes dropped or chosen files known to the engine and gives their paths. */
  pathsOf(files: readonly DroppedFile[]): Promise<string[]>;
  /** Saves a rendered report where the person says; null when she changed her mind. */
  saveReport(report: SavableReport): Promise<{ where: string } | null>;
  openLink(url: string): Promise<void>;
  /** Shows a file in the system's file manager; false where the host cannot. */
  reveal(path: string): Promise<boolean>;
  /** Files the system asked to open (double click, second instance, menu). Returns a function that stops listening. */
  onOpenFiles(listener: (paths: string[]) => void): () => void;
  /** A menu item was chosen. Returns a function that stops listening. */
  onMenu(listener: (action: MenuAction) => void): () => void;
}

/** What is asked for when a file is to be chosen; without `what` it is data. */
export interface PickOptions {
  readonly title: string;
  readonly folder: boolean;
  readonly what?: 'data' | 'model';
}

/** The web platform's File, as far as it must be known here. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

export interface SavableReport {
  readonly id: string;
  readonly format: 'html' | 'json' | 'md' | 'csv' | 'junit';
  readonly fileName: string;
  readonly mimeType: string;
  readonly content: string;
}

export const menuActions = [
  'open-reference',
  'open-current',
  'open-model',
  'open-sample',
  'export-html',
  'go-home',
  'go-data',
  'go-report',
  'go-tests',
  'go-models',
  'go-settings',
  'command-palette',
  'show-keys',
  'theme-light',
  'theme-dark',
  'theme-system',
] as const;
export type MenuAction = (typeof menuActions)[number];
