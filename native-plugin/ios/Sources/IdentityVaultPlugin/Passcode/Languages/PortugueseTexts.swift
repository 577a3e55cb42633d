extension PasscodeTexts {
  static let portuguese = PasscodeTexts(
    unlockTitle: "Digite seu código",
    chooseTitle: "Escolha um código",
    passcode: "Código",
    newPasscode: "Novo código",
    repeatPasscode: "Repita o código",
    unlock: "Desbloquear",
    save: "Salvar",
    cancel: "Cancelar",
    rules: "Pelo menos {min} caracteres. Nem um padrão simples, nem uma senha comum.",
    empty: "Digite seu código.",
    wrong: "Código incorreto.",
    impossible: "Um código tem de {min} a {max} caracteres.",
    tooEarly: "Muitas tentativas. Tente de novo em {time}.",
    tryAgain: "Você já pode tentar de novo.",
    attemptsLeft: "Tentativas restantes: {count}",
    secondLastAttempt: """
      Depois de mais dois códigos incorretos, seus dados neste aplicativo serão apagados e você terá de \
      entrar de novo.
      """,
    lastAttempt: """
      Esta é a última tentativa. Depois de um código incorreto, seus dados neste aplicativo serão \
      apagados e você terá de entrar de novo.
      """,
    tooShort: "Use pelo menos {min} caracteres.",
    tooLong: "Use no máximo {max} caracteres.",
    notAllowed: "O código tem um caractere que não é permitido.",
    repetition: "Fácil demais de adivinhar: ele se repete.",
    sequence: "Fácil demais de adivinhar: é uma sequência simples.",
    common: "Fácil demais de adivinhar: é uma das senhas mais usadas.",
    different: "Os dois códigos são diferentes.",
    second: "{count} segundo",
    seconds: "{count} segundos",
    minutes: "{count} minutos",
    unlockReason: "Desbloquear o app")
}
