extension PasscodeTexts {
  static let english = PasscodeTexts(
    unlockTitle: "Enter your passcode",
    chooseTitle: "Choose a passcode",
    passcode: "Passcode",
    newPasscode: "New passcode",
    repeatPasscode: "Repeat passcode",
    unlock: "Unlock",
    save: "Save",
    cancel: "Cancel",
    rules: "At least {min} characters. No simple pattern, no common password.",
    empty: "Enter your passcode.",
    wrong: "Wrong passcode.",
    impossible: "A passcode has {min} to {max} characters.",
    tooEarly: "Too many attempts. Try again in {time}.",
    tryAgain: "You can try again now.",
    attemptsLeft: "Attempts left: {count}",
    secondLastAttempt: """
      After two more wrong passcodes, your data in this app is erased and you have to sign in \
      again.
      """,
    lastAttempt: """
      This is the last attempt. After a wrong passcode, your data in this app is erased and you have to \
      sign in again.
      """,
    tooShort: "Use at least {min} characters.",
    tooLong: "Use at most {max} characters.",
    notAllowed: "The passcode has a character that is not allowed.",
    repetition: "Too easy to guess: it repeats itself.",
    sequence: "Too easy to guess: it is a simple sequence.",
    common: "Too easy to guess: it is one of the most used passwords.",
    different: "The two passcodes differ.",
    second: "{count} second",
    seconds: "{count} seconds",
    minutes: "{count} minutes",
    unlockReason: "Unlock the app")
}
