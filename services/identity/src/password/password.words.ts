import type { Words } from "../layout/language.page.ts";
import type { Weakness } from "./password-strength.value.ts";

interface PasswordWords {
  readonly change: string;
  readonly set: string;
  readonly about: string;
  readonly remove: string;
  readonly current: string;
  readonly next: string;
  readonly hint: string;
  readonly changeIt: string;
  readonly setIt: string;
  readonly wrongCurrent: string;
  readonly weak: Readonly<Record<Weakness, string>>;
  readonly signIn: string;
  readonly address: string;
  readonly password: string;
  readonly enter: string;
  readonly none: string;
  readonly noneLink: string;
  readonly wrong: string;
  readonly tooOften: string;
}

export const passwordWords: Words<PasswordWords> = {
  ar: {
    change: "غيّر كلمة مرورك",
    set: "حدّد كلمة مرور",
    about:
      "لست بحاجة إليها: رابط بالبريد يكفي للدخول. بها تدخل حتى حيث لا تصل إلى بريدك. تُغلق الجلسات في كل المتصفحات الأخرى.",
    remove: "إزالة كلمة المرور",
    current: "كلمة المرور الحالية",
    next: "كلمة المرور الجديدة",
    hint: "10 أحرف على الأقل لا يخمّنها أحد: أربع كلمات لا صلة بينها مثلًا.",
    changeIt: "تغيير",
    setIt: "تحديد",
    wrongCurrent: "ليست هذه كلمة مرورك الحالية.",
    weak: {
      SHORT: "يجب أن تكون 10 أحرف على الأقل: أربع كلمات لا صلة بينها مثلًا.",
      LONG: "128 حرفًا على الأكثر.",
      GUESSABLE:
        "يسهل تخمينها: كلمة معروفة أو اسم أو تاريخ أو صف من لوحة المفاتيح. أضف كلمات أخرى.",
    },
    signIn: "تسجيل الدخول بكلمة مرور",
    address: "عنوان البريد",
    password: "كلمة المرور",
    enter: "تسجيل الدخول",
    none: "لا كلمة مرور لديك أو نسيتها؟",
    noneLink: "اطلب رابطًا بالبريد",
    wrong: "لا يتطابق هذا العنوان وكلمة المرور هذه. لا كلمة مرور للحساب ما لم يحدّدها صاحبه.",
    tooOften: "تكررت المحاولة كثيرًا. انتظر ربع ساعة، أو اطلب رابطًا بالبريد.",
  },
  en: {
    change: "Change your password",
    set: "Set a password",
    about:
      "You need none: a link by mail signs you in. With one you are in also where your mail is out of reach. All other browsers are signed out.",
    remove: "Remove the password",
    current: "The password of now",
    next: "The new password",
    hint: "At least 10 characters that nobody guesses: four words that have nothing to do with each other, say.",
    changeIt: "Change it",
    setIt: "Set it",
    wrongCurrent: "This is not your password of now.",
    weak: {
      SHORT:
        "It needs at least 10 characters: four words that have nothing to do with each other, say.",
      LONG: "It may have at most 128 characters.",
      GUESSABLE:
        "It is easy to guess: a known word, a name, a date or a row of the keyboard. Add other words.",
    },
    signIn: "Sign in with a password",
    address: "Mail address",
    password: "Password",
    enter: "Sign in",
    none: "No password, or forgotten?",
    noneLink: "Have a link mailed to you",
    wrong:
      "This address and this password do not go together. Accounts have a password only once somebody has set one.",
    tooOften: "That was tried too often. Wait a quarter of an hour, or have a link mailed to you.",
  },
  es: {
    change: "Cambie su contraseña",
    set: "Ponga una contraseña",
    about:
      "No la necesita: entra con un enlace por correo. Con ella entra también donde no alcanza su correo. Se cierra la sesión en los demás navegadores.",
    remove: "Quitar la contraseña",
    current: "La contraseña actual",
    next: "La contraseña nueva",
    hint: "Al menos 10 caracteres que nadie adivine: por ejemplo, cuatro palabras sin relación entre sí.",
    changeIt: "Cambiarla",
    setIt: "Ponerla",
    wrongCurrent: "Esta no es su contraseña actual.",
    weak: {
      SHORT: "Necesita al menos 10 caracteres: por ejemplo, cuatro palabras sin relación entre sí.",
      LONG: "Puede tener 128 caracteres como mucho.",
      GUESSABLE:
        "Es fácil de adivinar: una palabra conocida, un nombre, una fecha o una fila del teclado. Añada otras palabras.",
    },
    signIn: "Entrar con una contraseña",
    address: "Dirección de correo",
    password: "Contraseña",
    enter: "Entrar",
    none: "¿Sin contraseña, o la ha olvidado?",
    noneLink: "Pida un enlace por correo",
    wrong:
      "Esta dirección y esta contraseña no van juntas. Una cuenta solo tiene contraseña si alguien la ha puesto.",
    tooOften: "Se ha intentado demasiadas veces. Espere un cuarto de hora o pida un enlace.",
  },
  fr: {
    change: "Changez votre mot de passe",
    set: "Définissez un mot de passe",
    about:
      "Vous n’en avez pas besoin : un lien par courriel vous connecte. Avec lui, vous entrez aussi là où votre messagerie est hors d’atteinte. Tous les autres navigateurs sont déconnectés.",
    remove: "Supprimer le mot de passe",
    current: "Le mot de passe actuel",
    next: "Le nouveau mot de passe",
    hint: "Au moins 10 caractères que personne ne devine : quatre mots sans rapport entre eux, par exemple.",
    changeIt: "Le changer",
    setIt: "Le définir",
    wrongCurrent: "Ce n’est pas votre mot de passe actuel.",
    weak: {
      SHORT: "Il faut au moins 10 caractères : quatre mots sans rapport entre eux, par exemple.",
      LONG: "Il peut avoir 128 caractères au plus.",
      GUESSABLE:
        "Il se devine facilement : un mot connu, un nom, une date ou une rangée du clavier. Ajoutez d’autres mots.",
    },
    signIn: "Se connecter avec un mot de passe",
    address: "Adresse électronique",
    password: "Mot de passe",
    enter: "Se connecter",
    none: "Pas de mot de passe, ou oublié ?",
    noneLink: "Demandez un lien par courriel",
    wrong:
      "Cette adresse et ce mot de passe ne vont pas ensemble. Un compte n’a de mot de passe que si quelqu’un en a défini un.",
    tooOften: "Trop d’essais. Attendez un quart d’heure, ou demandez un lien par courriel.",
  },
  ru: {
    change: "Измените пароль",
    set: "Задайте пароль",
    about:
      "Он вам не нужен: войти можно по ссылке из письма. С ним вы войдёте и там, где почта недоступна. Во всех других браузерах сеансы завершатся.",
    remove: "Удалить пароль",
    current: "Нынешний пароль",
    next: "Новый пароль",
    hint: "Не менее 10 знаков, которые никто не угадает: например, четыре не связанных слова.",
    changeIt: "Изменить",
    setIt: "Задать",
    wrongCurrent: "Это не ваш нынешний пароль.",
    weak: {
      SHORT: "Нужно не менее 10 знаков: например, четыре не связанных слова.",
      LONG: "Не более 128 знаков.",
      GUESSABLE:
        "Его легко угадать: известное слово, имя, дата или ряд клавиатуры. Добавьте другие слова.",
    },
    signIn: "Вход с паролем",
    address: "Адрес почты",
    password: "Пароль",
    enter: "Войти",
    none: "Нет пароля или забыли?",
    noneLink: "Запросите ссылку по почте",
    wrong:
      "Этот адрес и этот пароль не подходят друг другу. Пароль есть у учётной записи, только если его задали.",
    tooOften: "Слишком много попыток. Подождите четверть часа или запросите ссылку по почте.",
  },
  zh: {
    change: "更改密码",
    set: "设置密码",
    about:
      "密码并非必需：邮件链接即可登录。有了密码，无法查看邮件时也能登录。其他浏览器都会退出登录。",
    remove: "移除密码",
    current: "当前密码",
    next: "新密码",
    hint: "至少 10 个无人能猜到的字符：例如四个互不相干的词。",
    changeIt: "更改",
    setIt: "设置",
    wrongCurrent: "这不是您当前的密码。",
    weak: {
      SHORT: "至少需要 10 个字符：例如四个互不相干的词。",
      LONG: "最多 128 个字符。",
      GUESSABLE: "容易被猜到：常见词、姓名、日期或键盘上的一排键。请加上其他词。",
    },
    signIn: "使用密码登录",
    address: "邮箱地址",
    password: "密码",
    enter: "登录",
    none: "没有密码或忘记了？",
    noneLink: "让我们给您发送链接",
    wrong: "此地址与此密码不匹配。账户只有在设置后才有密码。",
    tooOften: "尝试次数过多。请等一刻钟，或让我们给您发送链接。",
  },
};
