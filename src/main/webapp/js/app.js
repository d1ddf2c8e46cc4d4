// The shell's beginning: the phone first, then the page, then everything that keeps them true.
import { phone } from './phone/index.js';
import { configureHttp } from './lib/http.js';
import { setTexts } from './lib/texts.js';
import { setZone } from './lib/time.js';
import { keepBadges } from './ui/badges.js';
import { connectContacts } from './ui/contacts.js';
import { connectDelegates } from './ui/delegate.js';
import { connectDial } from './ui/dial.js';
import { keepInbox } from './ui/inbox.js';
import { keepLine } from './ui/line.js';
import { connectLists } from './ui/lists.js';
import { connectMeMenu } from './ui/me-menu.js';
import { keepPresence } from './ui/presence.js';
import { base } from './ui/session.js';
import { ShellRouter } from './ui/shell-router.js';
import { connectShortcuts } from './ui/shortcuts.js';
import { keepTheme } from './ui/theme.js';
import { keepTimes, tellZone } from './ui/times.js';

const PAGES = {
  home: () => import('./pages/home.js'),
  messages: () => import('./pages/messages.js'),
  history: () => import('./pages/history.js'),
  directory: () => import('./pages/directory.js'),
  phonebook: () => import('./pages/phonebook.js'),
  'phonebook-import': () => import('./pages/phonebook-import.js'),
  'phonebook-blocked': () => import('./pages/written.js'),
  map: () => import('./pages/map.js'),
  profile: () => import('./pages/profile.js'),
  'admin-import': () => import('./pages/admin-import.js'),
  'admin-mail': () => import('./pages/admin-mail.js'),
};

setTexts(JSON.parse(document.getElementById('texts').textContent));
setZone(document.documentElement.dataset.zone);
tellZone();
configureHttp({ base });
phone.start();

const router = new ShellRouter((name) => PAGES[name]?.() ?? null);
keepTheme();
keepLine();
connectDelegates(router);
connectContacts(router);
connectDial(router);
connectMeMenu();
connectLists();
connectShortcuts(router);
router.start();
keepPresence();
keepTimes();
keepBadges();
keepInbox();
