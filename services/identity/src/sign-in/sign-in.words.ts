import type { Words } from "../layout/language.page.ts";

interface SignInWords {
  readonly title: string;
  readonly about: string;
  readonly address: string;
  readonly withPasskey: string;
  readonly withPassword: string;
  readonly by: (issuer: string) => string;
  readonly tooOften: string;
  readonly noAddress: string;
  readonly failed: string;
  readonly sent: string;
  readonly sentAbout: string;
  readonly notThere: string;
  readonly tryAgain: string;
  readonly oneMore: string;
  readonly enter: string;
  readonly over: string;
  readonly overAbout: string;
}

export const signInWords: Words<SignInWords> = {
  ar: {
    title: "تسجيل الدخول",
    about: "نرسل إليك بالبريد رابطًا تدخل به. لا حاجة إلى كلمة مرور.",
    address: "عنوان البريد",
    withPasskey: "بمفتاح مرور",
    withPassword: "بكلمة مرور",
    by: (issuer) => `عن طريق ${issuer}`,
    tooOften: "تكرر ذلك كثيرًا. انتظر دقيقة ثم حاول مجددًا.",
    noAddress: "ليس هذا عنوان بريد.",
    failed: "لم ينجح ذلك. حاول مجددًا.",
    sent: "انظر في بريدك",
    sentAbout:
      "إن كان لهذا العنوان حساب، فرابط الدخول في الطريق إليه. يصلح مرة واحدة ولمدة 15 دقيقة.",
    notThere: "لم يصل شيء بعد دقائق؟ انظر في مجلد الرسائل غير المرغوبة، أو",
    tryAgain: "حاول مجددًا",
    oneMore: "خطوة أخيرة: اضغط الزر وتكون قد دخلت.",
    enter: "تسجيل الدخول",
    over: "لم يعد هذا الرابط صالحًا",
    overAbout: "يصلح الرابط مرة واحدة ولمدة 15 دقيقة. اطلب رابطًا جديدًا.",
  },
  en: {
    title: "Sign in",
    about: "We mail you a link that signs you in. No password is needed.",
    address: "Mail address",
    withPasskey: "With a passkey",
    withPassword: "With a password",
    by: (issuer) => `by ${issuer}`,
    tooOften: "That was too often. Wait a minute, and try again.",
    noAddress: "That is no mail address.",
    failed: "That did not work. Try again.",
    sent: "Look into your mail",
    sentAbout:
      "If there is an account of this address, a link to sign in is on its way to it. It works once, and for 15 minutes.",
    notThere: "Nothing there after a few minutes? Look into the folder for spam, or",
    tryAgain: "try again",
    oneMore: "One more step: press the button, and you are in.",
    enter: "Sign in",
    over: "This link does not work any more",
    overAbout: "A link works once, and for 15 minutes. Ask for a new one.",
  },
  es: {
    title: "Entrar",
    about: "Le enviamos por correo un enlace con el que entra. No hace falta contraseña.",
    address: "Dirección de correo",
    withPasskey: "Con una llave de acceso",
    withPassword: "Con una contraseña",
    by: (issuer) => `por ${issuer}`,
    tooOften: "Ha sido demasiadas veces. Espere un minuto e inténtelo de nuevo.",
    noAddress: "Eso no es una dirección de correo.",
    failed: "No ha funcionado. Inténtelo de nuevo.",
    sent: "Mire su correo",
    sentAbout:
      "Si hay una cuenta con esta dirección, un enlace para entrar va de camino. Sirve una sola vez y durante 15 minutos.",
    notThere: "¿Nada después de unos minutos? Mire la carpeta de correo no deseado, o",
    tryAgain: "inténtelo de nuevo",
    oneMore: "Un paso más: pulse el botón y estará dentro.",
    enter: "Entrar",
    over: "Este enlace ya no sirve",
    overAbout: "Un enlace sirve una sola vez y durante 15 minutos. Pida uno nuevo.",
  },
  fr: {
    title: "Se connecter",
    about: "Nous vous envoyons un lien qui vous connecte. Aucun mot de passe n’est nécessaire.",
    address: "Adresse électronique",
    withPasskey: "Avec une clé d’accès",
    withPassword: "Avec un mot de passe",
    by: (issuer) => `par ${issuer}`,
    tooOften: "C’était trop souvent. Attendez une minute et réessayez.",
    noAddress: "Ce n’est pas une adresse électronique.",
    failed: "Cela n’a pas fonctionné. Réessayez.",
    sent: "Consultez votre messagerie",
    sentAbout:
      "S’il existe un compte à cette adresse, un lien de connexion est en route. Il sert une seule fois, pendant 15 minutes.",
    notThere: "Rien après quelques minutes ? Regardez dans les indésirables, ou",
    tryAgain: "réessayez",
    oneMore: "Encore un pas : appuyez sur le bouton, et vous y êtes.",
    enter: "Se connecter",
    over: "Ce lien ne fonctionne plus",
    overAbout: "Un lien sert une seule fois, pendant 15 minutes. Demandez-en un nouveau.",
  },
  ru: {
    title: "Вход",
    about: "Мы пришлём вам ссылку для входа. Пароль не нужен.",
    address: "Адрес почты",
    withPasskey: "С ключом доступа",
    withPassword: "С паролем",
    by: (issuer) => `через ${issuer}`,
    tooOften: "Слишком часто. Подождите минуту и попробуйте снова.",
    noAddress: "Это не адрес почты.",
    failed: "Не получилось. Попробуйте снова.",
    sent: "Загляните в почту",
    sentAbout:
      "Если у этого адреса есть учётная запись, ссылка для входа уже в пути. Она действует один раз и 15 минут.",
    notThere: "Прошло несколько минут, а письма нет? Посмотрите в спаме или",
    tryAgain: "попробуйте снова",
    oneMore: "Ещё один шаг: нажмите кнопку, и вы внутри.",
    enter: "Войти",
    over: "Эта ссылка больше не действует",
    overAbout: "Ссылка действует один раз и 15 минут. Запросите новую.",
  },
  zh: {
    title: "登录",
    about: "我们会给您发送登录链接，无需密码。",
    address: "邮箱地址",
    withPasskey: "使用通行密钥",
    withPassword: "使用密码",
    by: (issuer) => `通过 ${issuer}`,
    tooOften: "操作过于频繁。请等一分钟后再试。",
    noAddress: "这不是邮箱地址。",
    failed: "未能成功，请重试。",
    sent: "请查看您的邮箱",
    sentAbout: "如果此地址有账户，登录链接已在发送途中。链接只能使用一次，15 分钟内有效。",
    notThere: "几分钟后仍未收到？请查看垃圾邮件，或",
    tryAgain: "重试",
    oneMore: "还差一步：按下按钮即可登录。",
    enter: "登录",
    over: "此链接已失效",
    overAbout: "链接只能使用一次，15 分钟内有效。请重新申请。",
  },
};
