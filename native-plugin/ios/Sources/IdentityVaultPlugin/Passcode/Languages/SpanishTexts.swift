extension PasscodeTexts {
  static let spanish = PasscodeTexts(
    unlockTitle: "Introduce tu código",
    chooseTitle: "Elige un código",
    passcode: "Código",
    newPasscode: "Código nuevo",
    repeatPasscode: "Repite el código",
    unlock: "Desbloquear",
    save: "Guardar",
    cancel: "Cancelar",
    rules: "Al menos {min} caracteres. Ni un patrón sencillo ni una contraseña habitual.",
    empty: "Introduce tu código.",
    wrong: "Código incorrecto.",
    impossible: "Un código tiene entre {min} y {max} caracteres.",
    tooEarly: "Demasiados intentos. Vuelve a intentarlo en {time}.",
    tryAgain: "Ya puedes volver a intentarlo.",
    attemptsLeft: "Intentos restantes: {count}",
    secondLastAttempt: """
      Tras dos códigos incorrectos más, se borrarán tus datos en esta aplicación y tendrás que volver a \
      iniciar sesión.
      """,
    lastAttempt: """
      Es el último intento. Tras un código incorrecto, se borrarán tus datos en esta aplicación y tendrás \
      que volver a iniciar sesión.
      """,
    tooShort: "Usa al menos {min} caracteres.",
    tooLong: "Usa como máximo {max} caracteres.",
    notAllowed: "El código contiene un carácter que no está permitido.",
    repetition: "Demasiado fácil de adivinar: se repite.",
    sequence: "Demasiado fácil de adivinar: es una secuencia sencilla.",
    common: "Demasiado fácil de adivinar: es una de las contraseñas más usadas.",
    different: "Los dos códigos son distintos.",
    second: "{count} segundo",
    seconds: "{count} segundos",
    minutes: "{count} minutos",
    unlockReason: "Desbloquear la app")
}
