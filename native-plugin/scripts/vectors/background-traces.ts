/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { Trace } from './trace-steps.ts';
import {
  created,
  DROP,
  end,
  found,
  lock,
  pause,
  resolve,
  resume,
  SHOW,
  step,
  tick,
  TIMED_OUT,
  trace,
  unlock,
  UNLOCKED,
} from './trace-steps.ts';

/** lockAfter, the clock, the screen, and own prompts. */
export const backgroundTraces: readonly Trace[] = [
  trace('short-background', 'back before lockAfter: still unlocked', [
    created(0),
    step(pause(100), 'unlocked'),
    step(resume(5099), 'unlocked'),
    step(tick(99_999), 'unlocked'),
  ]),
  trace('long-background', 'due exactly at lockAfter, judged on resume', [
    created(0),
    step(pause(100), 'unlocked'),
    step(resume(5100), 'locked', DROP, TIMED_OUT),
  ]),
  trace('tick-in-background', 'a tick in the background locks; the resume then finds it locked', [
    created(0),
    step(pause(100), 'unlocked'),
    step(tick(5099), 'unlocked'),
    step(tick(5100), 'locked', DROP, TIMED_OUT),
    step(resume(5200), 'locked'),
  ]),
  trace('answer-after-due', 'a due lock comes before any answer, here before an unlock is found unnecessary', [
    created(0),
    step(pause(100), 'unlocked'),
    step(unlock(6000), 'unlocking', DROP, TIMED_OUT, SHOW),
  ]),
  trace('pause-twice', 'the first pause counts', [
    created(0),
    step(pause(100), 'unlocked'),
    step(pause(4000), 'unlocked'),
    step(tick(5100), 'locked', DROP, TIMED_OUT),
  ]),
  trace('foreground-forever', 'time in the foreground never locks', [created(0), step(tick(10_000_000), 'unlocked')]),
  trace('clock-back', 'a clock that went backwards counts as over', [
    created(1000),
    step(pause(1000), 'unlocked'),
    step(resume(999), 'locked', DROP, TIMED_OUT),
  ]),
  trace('clock-far-forward', 'a jump forward is time', [
    created(0),
    step(pause(1), 'unlocked'),
    step(resume(2 ** 40), 'locked', DROP, TIMED_OUT),
  ]),
  {
    ...trace('never', 'lockAfter null: no time locks, not even a clock that went backwards', [
      created(5000),
      step(pause(5000), 'unlocked'),
      step(tick(10_000_000), 'unlocked'),
      step(resume(10), 'unlocked'),
      step(lock(20), 'locked', DROP, { type: 'notifyLocked', saved: true, timeout: false }),
    ]),
    settings: { lockAfter: null, hideScreen: false },
  },
  {
    ...trace('at-once', 'lockAfter 0: due with the pause itself', [
      created(0),
      step(pause(100), 'locked', DROP, TIMED_OUT),
    ]),
    settings: { lockAfter: 0, hideScreen: false },
  },
  {
    ...trace('cover', 'covered in the background, uncovered on return', [
      created(0),
      step(pause(1), 'unlocked', { type: 'cover' }),
      step(resume(2), 'unlocked', { type: 'uncover' }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('cover-until-left', 'a lock found due on return: covered until the app has answered, at most 2 s', [
      created(0),
      step(pause(1), 'unlocked', { type: 'cover' }),
      step(resume(9000), 'locked', DROP, TIMED_OUT, { type: 'uncoverWhenAcknowledged', limit: 2000 }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace(
      'cover-locked-meanwhile',
      'locked in the background, not only on return: the app has to leave the page first',
      [
        created(0),
        step(pause(1), 'unlocked', { type: 'cover' }),
        step(tick(6000), 'locked', DROP, TIMED_OUT),
        step(resume(6001), 'locked', { type: 'uncoverWhenAcknowledged', limit: 2000 }),
        step(pause(6002), 'locked', { type: 'cover' }),
        step(resume(6003), 'locked', { type: 'uncover' }),
      ],
    ),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('cover-locked-at-once', 'locked with the pause itself', [
      created(0),
      step(pause(1), 'locked', { type: 'cover' }, DROP, TIMED_OUT),
      step(resume(2), 'locked', { type: 'uncoverWhenAcknowledged', limit: 2000 }),
    ]),
    settings: { lockAfter: 0, hideScreen: true },
  },
  {
    ...trace('cover-erased-meanwhile', 'erased in the background: the same', [
      created(0),
      step(pause(1), 'unlocked', { type: 'cover' }),
      step({ type: 'damaged', code: 'NOT_FOUND', now: 2 }, 'absent', DROP, { type: 'notifyErased' }),
      step(resume(3), 'absent', { type: 'uncoverWhenAcknowledged', limit: 2000 }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('cover-twice', 'a second pause covers nothing; a return without a pause uncovers nothing', [
      step(resume(0), 'absent'),
      step(pause(1), 'absent', { type: 'cover' }),
      step(pause(2), 'absent'),
      step(resume(3), 'absent', { type: 'uncover' }),
      step(resume(4), 'absent'),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace(
      'cover-after-prompt',
      'an own prompt is not covered; when it ends in the background, the page behind it is',
      [
        found(0),
        step(unlock(1), 'unlocking', SHOW),
        step(pause(2), 'unlocking'),
        step(end(3, 'ok'), 'unlocked', { type: 'cover' }, UNLOCKED, resolve('a')),
        step(resume(4), 'unlocked', { type: 'uncover' }),
      ],
    ),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('cover-after-discarded-prompt', 'a discarded one too', [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(lock(2), 'locked', { type: 'reject', callers: ['a'], code: 'LOCKED' }),
      step(pause(3), 'locked'),
      step(end(4, 'ok'), 'locked', { type: 'cover' }, { type: 'dropOpened' }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('no-cover-over-prompt', 'an own prompt is not covered; the return uncovers, which does no harm', [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(pause(2), 'unlocking'),
      step(resume(3), 'unlocking', { type: 'uncover' }),
      step(end(4, 'ok'), 'unlocked', UNLOCKED, resolve('a')),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  trace(
    'prompt-pauses',
    'a prompt that takes longer than lockAfter and puts the app in the background: its success proves presence',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(pause(2), 'unlocking'),
      step(end(9000, 'ok'), 'unlocked', UNLOCKED, resolve('a')),
      step(resume(9001), 'unlocked'),
    ],
  ),
  trace('prompt-then-away', 'still in the background after the prompt: the time runs from its end', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(2), 'unlocking'),
    step(end(3000, 'ok'), 'unlocked', UNLOCKED, resolve('a')),
    step(tick(7999), 'unlocked'),
    step(tick(8000), 'locked', DROP, TIMED_OUT),
  ]),
  trace(
    'choosing-long',
    'a prompt for a new passcode, with a long stay in the background during it: judged when it ends',
    [
      created(0),
      step({ type: 'promptBegin', now: 1 }, 'unlocked'),
      step(pause(10), 'unlocked'),
      step(tick(6000), 'unlocked'),
      step(resume(6010), 'unlocked'),
      step(end(6020, 'done'), 'locked', DROP, TIMED_OUT),
    ],
  ),
  trace('choosing-short', 'the same with a short stay', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    step(pause(10), 'unlocked'),
    step(resume(3000), 'unlocked'),
    step(end(60_000, 'done'), 'unlocked'),
  ]),
  trace('choosing-away', 'the app is still in the background when the prompt ends', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    step(pause(10), 'unlocked'),
    step(end(5010, 'USER_CANCELED'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('choosing-ok', 'only a prompt that authenticates proves presence, whatever it says', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    step(pause(10), 'unlocked'),
    step(end(6000, 'ok'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('choosing-over-created', 'a new vault during the prompt: stays are judged all the same', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    created(2),
    step(pause(10), 'unlocked'),
    step(resume(99_999), 'unlocked'),
    step(end(100_000, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('choosing-first-longest', 'the longest stay counts, not the last', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    step(pause(10), 'unlocked'),
    step(resume(6010), 'unlocked'),
    step(pause(6020), 'unlocked'),
    step(resume(6030), 'unlocked'),
    step(end(6040, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('created-away', 'a vault made in the background: the time runs from the pause, for no prompt proved presence', [
    found(0),
    step(pause(1), 'locked'),
    created(6000),
    step(tick(6001), 'locked', DROP, TIMED_OUT),
  ]),
  trace('opened-away', 'nor does a passcode that the app passed in', [
    found(0),
    step(pause(1), 'locked'),
    step({ type: 'opened', epoch: 0, now: 6000 }, 'unlocked', UNLOCKED),
    step(tick(6001), 'locked', DROP, TIMED_OUT),
  ]),
  trace(
    'opened-then-prompt-away',
    'a prompt that proved presence restarts the time also where it was not needed any more',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(pause(2), 'unlocking'),
      step({ type: 'opened', epoch: 0, now: 3 }, 'unlocked', UNLOCKED, resolve('a')),
      step(end(5000, 'ok'), 'unlocked', { type: 'dropOpened' }),
      step(tick(9999), 'unlocked'),
      step(tick(10_000), 'locked', DROP, TIMED_OUT),
    ],
  ),
  {
    ...trace('cover-locked-before', 'locked already when it left: there is no page to leave', [
      found(0),
      step(pause(1), 'locked', { type: 'cover' }),
      step(lock(2), 'locked'),
      step(resume(3), 'locked', { type: 'uncover' }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  {
    ...trace('cover-unlocked-again', 'unlocked again in the background: the page is still to be left first', [
      created(0),
      step(pause(1), 'unlocked', { type: 'cover' }),
      step(lock(2), 'locked', DROP, { type: 'notifyLocked', saved: true, timeout: false }),
      step({ type: 'opened', epoch: 2, now: 3 }, 'unlocked', UNLOCKED),
      step(resume(4), 'unlocked', { type: 'uncoverWhenAcknowledged', limit: 2000 }),
    ]),
    settings: { lockAfter: 5000, hideScreen: true },
  },
  trace('choosing-longest', 'the longest single stay counts, not their sum', [
    created(0),
    step({ type: 'promptBegin', now: 1 }, 'unlocked'),
    step(pause(10), 'unlocked'),
    step(resume(3010), 'unlocked'),
    step(pause(3020), 'unlocked'),
    step(resume(6020), 'unlocked'),
    step(end(6030, 'done'), 'unlocked'),
  ]),
  trace('choosing-began-away', 'a stay that began before the prompt counts from its pause', [
    created(0),
    step(pause(10), 'unlocked'),
    step({ type: 'promptBegin', now: 3000 }, 'unlocked'),
    step(resume(5010), 'unlocked'),
    step(end(5011, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('choosing-clock-back', 'a clock that went backwards during a stay counts as over', [
    created(0),
    step({ type: 'promptBegin', now: 100 }, 'unlocked'),
    step(pause(100), 'unlocked'),
    step(resume(50), 'unlocked'),
    step(end(60, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  {
    ...trace('choosing-at-once', 'lockAfter 0: any stay is too long, also one of no time', [
      created(0),
      step({ type: 'promptBegin', now: 1 }, 'unlocked'),
      step(pause(10), 'unlocked'),
      step(resume(10), 'unlocked'),
      step(end(20, 'done'), 'locked', DROP, TIMED_OUT),
    ]),
    settings: { lockAfter: 0, hideScreen: false },
  },
  {
    ...trace('choosing-at-once-here', 'lockAfter 0: no stay is none', [
      created(0),
      step({ type: 'promptBegin', now: 1 }, 'unlocked'),
      step(end(9000, 'done'), 'unlocked'),
    ]),
    settings: { lockAfter: 0, hideScreen: false },
  },
  {
    ...trace('choosing-never', 'lockAfter null also holds for prompts', [
      created(0),
      step({ type: 'promptBegin', now: 1 }, 'unlocked'),
      step(pause(10), 'unlocked'),
      step(end(99_999, 'done'), 'unlocked'),
    ]),
    settings: { lockAfter: null, hideScreen: false },
  },
];
