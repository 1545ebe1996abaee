import type { Words } from "./language.page.ts";

interface LayoutWords {
  readonly toAccount: string;
  readonly back: string;
  /** Of the notice on what is done with data. */
  readonly privacy: string;
  /** To what is held of oneself. */
  readonly toData: string;
  readonly mailMeALink: string;
  readonly nothing: string;
  readonly foreign: string;
  readonly foreignWhy: string;
  readonly again: string;
  readonly againWhy: string;
  readonly since: (day: string) => string;
}

/** What stands on several pages. */
export const layoutWords: Words<LayoutWords> = {
  ar: {
    toAccount: "إلى حسابك",
    back: "العودة إلى حسابك",
    privacy: "ما يُفعل ببياناتك",
    toData: "إلى بياناتك",
    mailMeALink: "أرسلوا إليّ رابطًا بالبريد",
    nothing: "لا شيء هنا",
    foreign: "جاء هذا من صفحة أخرى",
    foreignWhy: "لا تُقبل الاستمارات إلا من هذا الموقع، وبالعنوان الذي يُعرف به. حاول من حسابك.",
    again: "سجّل الدخول مرة أخرى",
    againWhy:
      "لتغيير طريقة دخولك يجب أن تكون قد سجّلت الدخول خلال ربع الساعة الأخير، حتى لا يفعل ذلك من يجد متصفحك مفتوحًا.",
    since: (day) => `منذ ${day}`,
  },
  en: {
    toAccount: "To your account",
    back: "Back to your account",
    privacy: "What is done with your data",
    toData: "To your data",
    mailMeALink: "Mail me a link",
    nothing: "There is nothing here",
    foreign: "This came from another page",
    foreignWhy:
      "Forms are taken from this site alone, at the address by which it is known. Try from your account.",
    again: "Sign in once more",
    againWhy:
      "To change how you sign in you must have signed in within the last quarter of an hour, so that nobody does it who only finds your browser open.",
    since: (day) => `since ${day}`,
  },
  es: {
    toAccount: "A su cuenta",
    back: "Volver a su cuenta",
    privacy: "Qué se hace con sus datos",
    toData: "A sus datos",
    mailMeALink: "Envíenme un enlace",
    nothing: "Aquí no hay nada",
    foreign: "Esto viene de otra página",
    foreignWhy:
      "Solo se aceptan formularios de este sitio, en la dirección por la que se le conoce. Inténtelo desde su cuenta.",
    again: "Entre una vez más",
    againWhy:
      "Para cambiar la forma de entrar debe haber entrado en el último cuarto de hora, para que no lo haga quien solo encuentre su navegador abierto.",
    since: (day) => `desde el ${day}`,
  },
  fr: {
    toAccount: "Vers votre compte",
    back: "Retour à votre compte",
    privacy: "Ce qui est fait de vos données",
    toData: "Vers vos données",
    mailMeALink: "Envoyez-moi un lien",
    nothing: "Il n’y a rien ici",
    foreign: "Ceci vient d’une autre page",
    foreignWhy:
      "Les formulaires ne sont acceptés que de ce site, à l’adresse sous laquelle il est connu. Essayez depuis votre compte.",
    again: "Connectez-vous encore une fois",
    againWhy:
      "Pour changer votre façon de vous connecter, vous devez l’avoir fait dans le dernier quart d’heure, afin que personne ne le fasse qui trouve seulement votre navigateur ouvert.",
    since: (day) => `depuis le ${day}`,
  },
  ru: {
    toAccount: "К вашей учётной записи",
    back: "Назад к вашей учётной записи",
    privacy: "Что делается с вашими данными",
    toData: "К вашим данным",
    mailMeALink: "Пришлите мне ссылку",
    nothing: "Здесь ничего нет",
    foreign: "Это пришло с другой страницы",
    foreignWhy:
      "Формы принимаются только с этого сайта, по его известному адресу. Попробуйте из своей учётной записи.",
    again: "Войдите ещё раз",
    againWhy:
      "Чтобы изменить способ входа, нужно войти не раньше чем четверть часа назад: так этого не сделает тот, кто лишь нашёл ваш браузер открытым.",
    since: (day) => `с ${day}`,
  },
  zh: {
    toAccount: "前往您的账户",
    back: "返回您的账户",
    privacy: "如何处理您的数据",
    toData: "前往您的数据",
    mailMeALink: "给我发送链接",
    nothing: "这里什么也没有",
    foreign: "这来自另一个页面",
    foreignWhy: "表单只接受来自本网站已知地址的提交。请从您的账户重试。",
    again: "请再次登录",
    againWhy: "要更改登录方式，您必须在最近一刻钟内登录过，以免他人趁您的浏览器开着时更改。",
    since: (day) => `自 ${day}`,
  },
};
