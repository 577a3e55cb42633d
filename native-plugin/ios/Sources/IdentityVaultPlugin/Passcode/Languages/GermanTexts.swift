extension PasscodeTexts {
  static let german = PasscodeTexts(
    unlockTitle: "Code eingeben",
    chooseTitle: "Code festlegen",
    passcode: "Code",
    newPasscode: "Neuer Code",
    repeatPasscode: "Code wiederholen",
    unlock: "Entsperren",
    save: "Sichern",
    cancel: "Abbrechen",
    rules: "Mindestens {min} Zeichen. Kein einfaches Muster, kein häufiges Passwort.",
    empty: "Geben Sie Ihren Code ein.",
    wrong: "Falscher Code.",
    impossible: "Ein Code hat {min} bis {max} Zeichen.",
    tooEarly: "Zu viele Versuche. Versuchen Sie es in {time} noch einmal.",
    tryAgain: "Sie können es jetzt noch einmal versuchen.",
    attemptsLeft: "Verbleibende Versuche: {count}",
    secondLastAttempt: """
      Nach zwei weiteren falschen Codes werden Ihre Daten in dieser App gelöscht, und Sie müssen sich neu \
      anmelden.
      """,
    lastAttempt: """
      Das ist der letzte Versuch. Nach einem falschen Code werden Ihre Daten in dieser App gelöscht, und \
      Sie müssen sich neu anmelden.
      """,
    tooShort: "Verwenden Sie mindestens {min} Zeichen.",
    tooLong: "Verwenden Sie höchstens {max} Zeichen.",
    notAllowed: "Der Code enthält ein Zeichen, das nicht erlaubt ist.",
    repetition: "Zu leicht zu erraten: Der Code wiederholt sich.",
    sequence: "Zu leicht zu erraten: Der Code ist eine einfache Folge.",
    common: "Zu leicht zu erraten: Das ist eines der häufigsten Passwörter.",
    different: "Die beiden Codes sind verschieden.",
    second: "{count} Sekunde",
    seconds: "{count} Sekunden",
    minutes: "{count} Minuten",
    unlockReason: "App entsperren")
}
