import { expect, it } from 'vitest';
import { readScenarios } from './phone/read-scenarios.ts';

it.each(['ios', 'android'] as const)('each difference of %s from the other platform has its reason', (platform) => {
  for (const { mine } of readScenarios(platform)) {
    for (const { id, differs, steps } of mine) {
      const parts = steps.filter((step) => platform in step || step['only'] === platform);
      expect([id, parts.length > 0]).toEqual([id, differs?.[platform] !== undefined]);
    }
  }
});
