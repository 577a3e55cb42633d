import type { FactsBase } from '../../../src/model/facts.ts';
import type { Project } from '../../../src/model/project.ts';
import type { AppPath } from '../../../src/model/tree.ts';

/** What is known of an app of Tiny. */
export interface TinyFacts extends FactsBase {
  readonly id: 'tiny';
  /** The JSON file that names a module for each page. */
  readonly pagesFile: AppPath;
}

/** An app that was found to be one of Tiny's. */
export interface TinyProject extends Project {
  readonly framework: TinyFacts;
}
