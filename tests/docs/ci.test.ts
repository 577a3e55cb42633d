import { expect, test } from 'vitest';
import {
  gitHubCommands,
  gitHubWorkflow,
  gitLabCommands,
  gitLabJobs,
  otherRecipes,
  shellCommands,
} from './ci-recipes.ts';

test('the workflow for GitHub may read the code and nothing else, and keeps no credentials', () => {
  expect(gitHubWorkflow.permissions).toEqual({ contents: 'read' });
  expect(Object.keys(gitHubWorkflow.on)).toEqual(['pull_request', 'push']);
  const steps = Object.values(gitHubWorkflow.jobs).flatMap((job) => job.steps);
  const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(actions).toEqual(['actions/checkout@v6', 'actions/setup-node@v6']);
  expect(steps[0]?.with).toEqual({ 'persist-credentials': false });
  expect(JSON.stringify(gitHubWorkflow)).not.toMatch(/secrets|github\.event|write/);
});

test('the job for GitLab needs no other job, no cache and no variables', () => {
  expect(gitLabJobs).toMatchObject({
    'identity-vault': { needs: [], cache: [], inherit: { variables: false }, rules: [{}, {}] },
  });
});

// What they do is shown in tests/release, where the tool comes from a registry.
test('there is nothing else that nobody runs', () => {
  expect(otherRecipes).toEqual([]);
  expect(gitHubCommands).toHaveLength(1);
  expect(gitLabCommands).toHaveLength(1);
  expect(shellCommands).toHaveLength(6);
});
