extension PasscodeTexts {
  static let all: [String: PasscodeTexts] = [
    "en": english, "de": german, "es": spanish, "fr": french, "pt": portuguese, "ja": japanese,
  ]

  static let english = PasscodeTexts(
    enterTitle: "Enter your passcode", chooseTitle: "Choose a passcode", passcode: "Passcode",
    newPasscode: "New passcode", repeatPasscode: "Repeat passcode", unlock: "Unlock", save: "Save", cancel: "Cancel",
    wrong: "Wrong passcode.", attemptsLeft: "Wrong passcode. Attempts left: %@.",
    lastAttempt: "Wrong passcode. If the next one is wrong, too, the data in this app is erased.",
    wait: "Too many attempts. Try again in %@.", tooShort: "Use at least %@ characters.",
    tooLong: "Use at most %@ characters.", notAllowed: "The passcode has a character that is not allowed.",
    differs: "The two passcodes differ.", empty: "Enter your passcode.", unlockReason: "Unlock the app")

  static let german = PasscodeTexts(
    enterTitle: "Code eingeben", chooseTitle: "Code wählen", passcode: "Code", newPasscode: "Neuer Code",
    repeatPasscode: "Code wiederholen", unlock: "Entsperren", save: "Sichern", cancel: "Abbrechen",
    wrong: "Falscher Code.", attemptsLeft: "Falscher Code. Verbleibende Versuche: %@.",
    lastAttempt: "Falscher Code. Ist auch der nächste falsch, werden die Daten dieser App gelöscht.",
    wait: "Zu viele Versuche. Erneut versuchen in %@.", tooShort: "Mindestens %@ Zeichen verwenden.",
    tooLong: "Höchstens %@ Zeichen verwenden.", notAllowed: "Der Code enthält ein Zeichen, das nicht erlaubt ist.",
    differs: "Die beiden Codes sind verschieden.", empty: "Code eingeben.", unlockReason: "App entsperren")

  static let spanish = PasscodeTexts(
    enterTitle: "Introduce tu código", chooseTitle: "Elige un código", passcode: "Código",
    newPasscode: "Código nuevo", repeatPasscode: "Repite el código", unlock: "Desbloquear", save: "Guardar",
    cancel: "Cancelar", wrong: "Código incorrecto.", attemptsLeft: "Código incorrecto. Intentos restantes: %@.",
    lastAttempt: "Código incorrecto. Si el siguiente también lo es, se borrarán los datos de esta app.",
    wait: "Demasiados intentos. Inténtalo de nuevo en %@.", tooShort: "Usa al menos %@ caracteres.",
    tooLong: "Usa como máximo %@ caracteres.", notAllowed: "El código tiene un carácter no permitido.",
    differs: "Los dos códigos son distintos.", empty: "Introduce tu código.", unlockReason: "Desbloquear la app")

  static let french = PasscodeTexts(
    enterTitle: "Saisissez votre code", chooseTitle: "Choisissez un code", passcode: "Code",
    newPasscode: "Nouveau code", repeatPasscode: "Répétez le code", unlock: "Déverrouiller", save: "Enregistrer",
    cancel: "Annuler", wrong: "Code incorrect.", attemptsLeft: "Code incorrect. Essais restants : %@.",
    lastAttempt: "Code incorrect. Si le prochain l’est aussi, les données de cette app seront effacées.",
    wait: "Trop d’essais. Réessayez dans %@.", tooShort: "Utilisez au moins %@ caractères.",
    tooLong: "Utilisez au plus %@ caractères.", notAllowed: "Le code contient un caractère non autorisé.",
    differs: "Les deux codes sont différents.", empty: "Saisissez votre code.",
    unlockReason: "Déverrouiller l’app")

  static let portuguese = PasscodeTexts(
    enterTitle: "Digite seu código", chooseTitle: "Escolha um código", passcode: "Código", newPasscode: "Novo código",
    repeatPasscode: "Repita o código", unlock: "Desbloquear", save: "Salvar", cancel: "Cancelar",
    wrong: "Código incorreto.", attemptsLeft: "Código incorreto. Tentativas restantes: %@.",
    lastAttempt: "Código incorreto. Se o próximo também estiver errado, os dados deste app serão apagados.",
    wait: "Tentativas demais. Tente novamente em %@.", tooShort: "Use pelo menos %@ caracteres.",
    tooLong: "Use no máximo %@ caracteres.", notAllowed: "O código tem um caractere não permitido.",
    differs: "Os dois códigos são diferentes.", empty: "Digite seu código.", unlockReason: "Desbloquear o app")

  static let japanese = PasscodeTexts(
    enterTitle: "パスコードを入力", chooseTitle: "パスコードを設定", passcode: "パスコード", newPasscode: "新しいパスコード",
    repeatPasscode: "パスコードを再入力", unlock: "ロック解除", save: "保存", cancel: "キャンセル",
    wrong: "パスコードが違います。", attemptsLeft: "パスコードが違います。残り回数：%@",
    lastAttempt: "パスコードが違います。次も間違えると、このアプリのデータは消去されます。",
    wait: "試行回数が多すぎます。%@後にやり直してください。", tooShort: "%@文字以上にしてください。",
    tooLong: "%@文字以内にしてください。", notAllowed: "使えない文字が含まれています。",
    differs: "2つのパスコードが一致しません。", empty: "パスコードを入力してください。", unlockReason: "アプリのロックを解除")
}
