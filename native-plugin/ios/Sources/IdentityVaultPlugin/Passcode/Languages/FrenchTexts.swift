extension PasscodeTexts {
  static let french = PasscodeTexts(
    unlockTitle: "Saisissez votre code",
    chooseTitle: "Choisissez un code",
    passcode: "Code",
    newPasscode: "Nouveau code",
    repeatPasscode: "Répétez le code",
    unlock: "Déverrouiller",
    save: "Enregistrer",
    cancel: "Annuler",
    rules: "Au moins {min} caractères. Ni motif simple, ni mot de passe courant.",
    empty: "Saisissez votre code.",
    wrong: "Code incorrect.",
    impossible: "Un code comporte de {min} à {max} caractères.",
    tooEarly: "Trop de tentatives. Réessayez dans {time}.",
    tryAgain: "Vous pouvez réessayer maintenant.",
    attemptsLeft: "Tentatives restantes : {count}",
    secondLastAttempt: """
      Après deux autres codes incorrects, vos données dans cette application seront effacées et vous \
      devrez vous reconnecter.
      """,
    lastAttempt: """
      C’est la dernière tentative. Après un code incorrect, vos données dans cette application seront \
      effacées et vous devrez vous reconnecter.
      """,
    tooShort: "Utilisez au moins {min} caractères.",
    tooLong: "Utilisez au plus {max} caractères.",
    notAllowed: "Le code contient un caractère qui n’est pas autorisé.",
    repetition: "Trop facile à deviner : il se répète.",
    sequence: "Trop facile à deviner : c’est une suite simple.",
    common: "Trop facile à deviner : c’est l’un des mots de passe les plus utilisés.",
    different: "Les deux codes sont différents.",
    second: "{count} seconde",
    seconds: "{count} secondes",
    minutes: "{count} minutes",
    unlockReason: "Déverrouiller l’app")
}
