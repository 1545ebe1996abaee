import type { Words } from "../layout/language.page.ts";

interface SecondFactorWords {
  readonly titleOn: string;
  readonly titleOff: string;
  readonly aboutOn: string;
  readonly aboutOff: string;
  readonly password: string;
  readonly turnOff: string;
  readonly setUp: string;
  readonly wrongPassword: string;
  readonly setUpTitle: string;
  readonly picture: string;
  readonly pictureOf: string;
  readonly orType: string;
  readonly keep: string;
  readonly keepAbout: string;
  readonly code: string;
  readonly turnOn: string;
  readonly wrongTitle: string;
  readonly wrongAbout: string;
  readonly anew: string;
  readonly askTitle: string;
  readonly askHint: string;
  readonly enter: string;
  readonly wrongCode: string;
}

export const secondFactorWords: Words<SecondFactorWords> = {
  ar: {
    titleOn: "يُطلب رمز أيضًا",
    titleOff: "رموز تطبيق",
    aboutOn: "من يدخل إلى حسابك برابط أو بكلمة مرور يجب أن يعطي أيضًا رمزًا من تطبيقك.",
    aboutOff:
      "بتطبيق على هاتفك لا يدخل من يقرأ بريدك أو يعرف كلمة مرورك فحسب: يُطلب أيضًا رمز من ستة أرقام.",
    password: "كلمة مرورك",
    turnOff: "إيقاف",
    setUp: "إعداد",
    wrongPassword: "ليست هذه كلمة مرورك.",
    setUpTitle: "إعداد التطبيق",
    picture: "صوّر هذا بتطبيق للرموز، مثل Aegis أو FreeOTP.",
    pictureOf: "رمز لتطبيقك",
    orType: "أو اكتب هذا فيه:",
    keep: "احتفظ بهذه",
    keepAbout: "كل منها يدخلك مرة واحدة إن فقدت هاتفك. لا تُعرض إلا الآن: اكتبها.",
    code: "الرمز الذي يعرضه التطبيق",
    turnOn: "تشغيل",
    wrongTitle: "لم يكن ذلك هو الرمز",
    wrongAbout: "الرمز صالح نصف دقيقة ومرة واحدة. أعطِ الرمز المعروض الآن.",
    anew: "ابدأ من جديد",
    askTitle: "رمز آخر",
    askHint: "من دون هاتفك: أحد رموز الطوارئ.",
    enter: "تسجيل الدخول",
    wrongCode:
      "ليس هذا هو الرمز، أو لم يعد كذلك. بعد خمس محاولات ابدأ من جديد؛ وبعد عشر انتظر ربع ساعة.",
  },
  en: {
    titleOn: "Codes are asked for",
    titleOff: "Codes of an app",
    aboutOn:
      "Whoever signs in to your account by a link or a password must also give a code of your app.",
    aboutOff:
      "With an app on your phone nobody gets in who only reads your mail or knows your password: a code of six digits is asked for as well.",
    password: "Your password",
    turnOff: "Turn it off",
    setUp: "Set it up",
    wrongPassword: "This is not your password.",
    setUpTitle: "Set up the app",
    picture: "Take a picture of this with an app for codes, such as Aegis or FreeOTP.",
    pictureOf: "A code for your app",
    orType: "Or type this into it:",
    keep: "Keep these",
    keepAbout:
      "Each of these signs you in once if you lose your phone. They are shown only now: write them down.",
    code: "The code that your app shows",
    turnOn: "Turn it on",
    wrongTitle: "That was not the code",
    wrongAbout: "A code is good for half a minute, and once. Give the one that the app shows now.",
    anew: "Begin anew",
    askTitle: "One more code",
    askHint: "Without your phone: one of the codes for emergencies.",
    enter: "Sign in",
    wrongCode:
      "That is not the code, or not any more. After five tries begin anew; after ten, a quarter of an hour later.",
  },
  es: {
    titleOn: "Se pide un código",
    titleOff: "Códigos de una aplicación",
    aboutOn:
      "Quien entre en su cuenta con un enlace o una contraseña debe dar también un código de su aplicación.",
    aboutOff:
      "Con una aplicación en su teléfono no entra quien solo lea su correo o sepa su contraseña: se pide además un código de seis cifras.",
    password: "Su contraseña",
    turnOff: "Desactivarlo",
    setUp: "Configurarlo",
    wrongPassword: "Esta no es su contraseña.",
    setUpTitle: "Configure la aplicación",
    picture: "Haga una foto de esto con una aplicación de códigos, como Aegis o FreeOTP.",
    pictureOf: "Un código para su aplicación",
    orType: "O escriba esto en ella:",
    keep: "Guarde estos",
    keepAbout:
      "Con cada uno entra una vez si pierde el teléfono. Solo se muestran ahora: anótelos.",
    code: "El código que muestra la aplicación",
    turnOn: "Activarlo",
    wrongTitle: "Ese no era el código",
    wrongAbout: "Un código vale medio minuto y una sola vez. Dé el que se muestra ahora.",
    anew: "Empezar de nuevo",
    askTitle: "Un código más",
    askHint: "Sin su teléfono: uno de los códigos de emergencia.",
    enter: "Entrar",
    wrongCode:
      "Ese no es el código, o ya no lo es. Tras cinco intentos empiece de nuevo; tras diez, un cuarto de hora después.",
  },
  fr: {
    titleOn: "Un code est demandé",
    titleOff: "Codes d’une application",
    aboutOn:
      "Qui se connecte à votre compte par un lien ou un mot de passe doit aussi donner un code de votre application.",
    aboutOff:
      "Avec une application sur votre téléphone, personne n’entre qui lit seulement votre courriel ou connaît votre mot de passe : un code à six chiffres est aussi demandé.",
    password: "Votre mot de passe",
    turnOff: "Désactiver",
    setUp: "Configurer",
    wrongPassword: "Ce n’est pas votre mot de passe.",
    setUpTitle: "Configurez l’application",
    picture: "Photographiez ceci avec une application de codes, comme Aegis ou FreeOTP.",
    pictureOf: "Un code pour votre application",
    orType: "Ou saisissez-y ceci :",
    keep: "Gardez ceux-ci",
    keepAbout:
      "Chacun vous connecte une fois si vous perdez votre téléphone. Ils ne sont montrés que maintenant : notez-les.",
    code: "Le code que montre l’application",
    turnOn: "Activer",
    wrongTitle: "Ce n’était pas le code",
    wrongAbout:
      "Un code vaut une demi-minute, et une fois. Donnez celui qui est affiché maintenant.",
    anew: "Recommencer",
    askTitle: "Encore un code",
    askHint: "Sans votre téléphone : un des codes de secours.",
    enter: "Se connecter",
    wrongCode:
      "Ce n’est pas le code, ou plus. Après cinq essais, recommencez ; après dix, un quart d’heure plus tard.",
  },
  ru: {
    titleOn: "Запрашивается код",
    titleOff: "Коды из приложения",
    aboutOn:
      "Кто входит в вашу учётную запись по ссылке или с паролем, должен ввести и код из приложения.",
    aboutOff:
      "С приложением на телефоне не войдёт тот, кто лишь читает вашу почту или знает пароль: запрашивается ещё и код из шести цифр.",
    password: "Ваш пароль",
    turnOff: "Отключить",
    setUp: "Настроить",
    wrongPassword: "Это не ваш пароль.",
    setUpTitle: "Настройте приложение",
    picture: "Снимите это приложением для кодов, например Aegis или FreeOTP.",
    pictureOf: "Код для вашего приложения",
    orType: "Или введите в него это:",
    keep: "Сохраните их",
    keepAbout:
      "С каждым можно войти один раз, если потеряете телефон. Показаны только сейчас: запишите.",
    code: "Код, который показывает приложение",
    turnOn: "Включить",
    wrongTitle: "Это был не тот код",
    wrongAbout: "Код действует полминуты и один раз. Введите тот, что показан сейчас.",
    anew: "Начать заново",
    askTitle: "Ещё один код",
    askHint: "Без телефона: один из запасных кодов.",
    enter: "Войти",
    wrongCode:
      "Это не тот код, или он уже устарел. После пяти попыток начните заново, после десяти — через четверть часа.",
  },
  zh: {
    titleOn: "需要验证码",
    titleOff: "应用程序的验证码",
    aboutOn: "通过链接或密码登录您账户的人，还必须输入您应用程序的验证码。",
    aboutOff: "手机上有了应用程序，仅能查看您的邮件或知道您密码的人无法登录：还需要六位验证码。",
    password: "您的密码",
    turnOff: "关闭",
    setUp: "设置",
    wrongPassword: "这不是您的密码。",
    setUpTitle: "设置应用程序",
    picture: "请用验证码应用程序（如 Aegis 或 FreeOTP）扫描。",
    pictureOf: "供应用程序扫描的代码",
    orType: "或在其中输入：",
    keep: "请保存这些代码",
    keepAbout: "如果丢失手机，每个代码可登录一次。仅现在显示：请记下来。",
    code: "应用程序显示的验证码",
    turnOn: "启用",
    wrongTitle: "验证码不正确",
    wrongAbout: "验证码半分钟内有效，且只能使用一次。请输入当前显示的验证码。",
    anew: "重新开始",
    askTitle: "还需一个验证码",
    askHint: "没有手机时：使用一个应急代码。",
    enter: "登录",
    wrongCode: "验证码不正确或已失效。五次后请重新开始；十次后请等一刻钟。",
  },
};
