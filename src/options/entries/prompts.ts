import type { Project } from '../../model/project.ts';
import { usesBiometrics, usesPasscode, type WithAuthMode } from '../auth-modes.ts';
import { choice, text } from '../kinds.ts';
import { always, option } from '../option.ts';

/** One line that also fits into XML: no control characters, line breaks, halves of surrogate pairs or non-characters. */
const line = text({
  what: 'one line of text',
  pattern: /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]*$/u,
  placeholder: '<text>',
});

export const filledLine = text({
  what: 'one line of text, not empty',
  pattern: /^(?=.*\S)[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]+$/u,
  placeholder: '<text>',
});

const promptsOnAndroid = (options: WithAuthMode, { native }: Project): boolean =>
  native.android && usesBiometrics(options);
const promptsOnIos = (options: WithAuthMode, { native }: Project): boolean => native.ios && usesBiometrics(options);

/** The texts and the kind of the prompts users see. */
export const promptOptions = [
  option('androidPromptTitle', {
    kind: filledLine,
    group: 'prompts',
    ask: 'more',
    help: 'Title of Android’s biometric prompt',
    consequence: 'Android shows no prompt without one.',
    fallback: always('Please Authenticate'),
    relevant: promptsOnAndroid,
  }),
  option('androidPromptSubtitle', {
    kind: line,
    group: 'prompts',
    ask: 'more',
    help: 'Subtitle of Android’s biometric prompt',
    consequence: 'May be empty: then there is none.',
    fallback: always(''),
    relevant: promptsOnAndroid,
  }),
  option('androidPromptDescription', {
    kind: line,
    group: 'prompts',
    ask: 'more',
    help: 'Description in Android’s biometric prompt',
    consequence: 'May be empty: then there is none.',
    fallback: always(''),
    relevant: promptsOnAndroid,
  }),
  option('androidPromptNegativeButtonText', {
    kind: filledLine,
    group: 'prompts',
    ask: 'more',
    help: 'Button that leaves Android’s biometric prompt',
    consequence: 'Android shows no prompt without one.',
    fallback: always('Cancel'),
    relevant: promptsOnAndroid,
  }),
  option('iosPromptText', {
    kind: filledLine,
    group: 'prompts',
    ask: 'more',
    help: 'Text of the Touch ID prompt on iOS',
    consequence: 'Face ID shows the text of Info.plist instead (faceIdUsage).',
    fallback: always('Authenticate to log in'),
    relevant: promptsOnIos,
  }),
  option('passcodePrompt', {
    kind: choice(['native', 'custom']),
    group: 'prompts',
    ask: 'more',
    help: 'Who asks for the passcode',
    consequence: 'The code that asks for the passcode sees it.',
    choices: {
      native: {
        label: 'The vault’s own prompt',
        hint: 'the app never sees the passcode',
        text: 'The vault’s own prompt: the app’s code never sees the passcode.',
      },
      custom: {
        label: 'A modal of the app',
        hint: 'yours to style',
        text: 'A modal of the app, generated for you to style: the app’s code sees the passcode.',
      },
    },
    fallback: always('native'),
    relevant: usesPasscode,
  }),
] as const;
