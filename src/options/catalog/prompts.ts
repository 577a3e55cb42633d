import { choice, text } from '../kinds.ts';
import { always, option } from '../option.ts';

const line = text({ what: 'one line of text', pattern: /^[^\r\n\u2028\u2029]*$/, placeholder: '<text>' });
const filled = text({
  what: 'one line of text, not empty',
  pattern: /^(?=.*\S)[^\r\n\u2028\u2029]+$/,
  placeholder: '<text>',
});

/** The texts and the kind of the prompts users see. */
export const promptOptions = [
  option('androidPromptTitle', {
    kind: filled,
    group: 'prompts',
    ask: 'more',
    help: 'Title of Android’s biometric prompt',
    consequence: 'Android shows no prompt without one.',
    fallback: always('Please Authenticate'),
  }),
  option('androidPromptSubtitle', {
    kind: line,
    group: 'prompts',
    ask: 'more',
    help: 'Subtitle of Android’s biometric prompt',
    consequence: 'May be empty.',
    fallback: always(''),
  }),
  option('androidPromptDescription', {
    kind: line,
    group: 'prompts',
    ask: 'more',
    help: 'Description in Android’s biometric prompt',
    consequence: 'May be empty.',
    fallback: always(''),
  }),
  option('androidPromptNegativeButtonText', {
    kind: filled,
    group: 'prompts',
    ask: 'more',
    help: 'Button that leaves Android’s biometric prompt',
    consequence: 'Android shows no prompt without one.',
    fallback: always('Cancel'),
  }),
  option('iosPromptText', {
    kind: filled,
    group: 'prompts',
    ask: 'more',
    help: 'Text of Touch ID’s prompt on iOS',
    consequence: 'Face ID shows the text of Info.plist instead.',
    fallback: always('Authenticate to log in'),
  }),
  option('passcodePrompt', {
    kind: choice(['native', 'custom']),
    group: 'prompts',
    ask: 'more',
    help: 'Who asks for the passcode',
    consequence: 'The passcode passes through whatever asks for it.',
    choices: {
      native: 'The vault’s own prompt: the app’s code never sees the passcode.',
      custom: 'A modal of the app, generated for you to style: its code sees the passcode.',
    },
    fallback: always('native'),
  }),
] as const;
