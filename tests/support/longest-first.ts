import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more. One that starts late would run on by itself, beside processors that idle. */
export const longest: readonly string[] = [
  'tests/apps/generated-app.test.ts',
  'tests/release/release.test.ts',
  'tests/compile/angular.test.ts',
  'tests/apps/demo.test.ts',
  'tests/core/model.test.ts',
  'tests/faults/killed-tool.test.ts',
];

/** These first. Vitest's own order goes by suite, and knows how long a file takes only from earlier runs. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = longest.findIndex((path) => moduleId.endsWith(`/${path}`));
  return index < 0 ? longest.length : index;
}
