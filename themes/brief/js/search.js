// The search page: cuts the query into terms, fetches the parts of the index that hold them, ranks the briefs and shows the
// best with what matched marked. docs/search.md describes the parts. Without this script the page is the list of all briefs.
const ROOT = new URL("..", import.meta.url), SHOWN = 10, MOST_WORDS = 16;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "ς": "σ" };
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const RUN = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const WORD = new RegExp("([" + RUN + "]+)|(?:(?![" + RUN + "])[\\p{L}\\p{N}\\p{M}])+", "gu");

export function fold(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(ACCENTS, "").toLowerCase().normalize("NFC");
  return plain.replace(/[ßæœøđłıþðς]/g, (letter) => LETTERS[letter]);
}

// The terms asked for; an open one is matched by every term that begins with it.
export function words(query) {
  const found = new Map();
  for (const [token, run] of fold(query).matchAll(WORD)) {
    const points = [...token].slice(0, run ? 40 : 32);
    if (!run || points.length === 1) found.set(points.join(""), { open: true });
    else for (let at = 1; at < points.length; at++) found.set(points[at - 1] + points[at], { open: false });
  }
  const listed = [...found].slice(0, MOST_WORDS).map(([text, { open }]) => ({ text, open, run: !open }));
  // A short word that is finished is taken as it stands.
  listed.forEach((word, at) => { word.open &&= at === listed.length - 1 || [...word.text].length > 3; });
  return listed;
}

const parts = new Map();
function part(name) {
  if (!parts.has(name)) {
    const asked = fetch(new URL("search/" + name + ".json", ROOT)).then((answer) => {
      if (!answer.ok) throw new Error(name + ": " + answer.status);
      return answer.json();
    });
    asked.catch(() => parts.delete(name));
    parts.set(name, asked);
  }
  return parts.get(name);
}

async function directory() {
  const index = await part("index");
  if (index.version !== 1) throw new Error("version " + index.version);
  index.names ||= new Set(index.shards.split(" "));
  return index;
}

function decoded(text, found, weight) {
  let number = 0, id = 0;
  for (const digit of text) {
    const value = VALUES.get(digit);
    number = number * 32 + (value & 31);
    if (value > 31) continue;
    id += number >>> 4;
    found.set(id, Math.max(found.get(id) || 0, (number & 15) * weight));
    number = 0;
  }
}

// The briefs with `word` by id, each with its weight; `loose` where the index holds the best of them alone.
async function lookUp(index, word) {
  const points = [...word.text];
  let name = "";
  for (let length = points.length; length && !name; length--) {
    const prefix = points.slice(0, length).join("");
    if (index.names.has(prefix)) name = prefix;
  }
  const plain = /^[a-z0-9]*$/.test(name);
  const shard = await part(plain ? "t-" + name : "u-" + [...name].map((point) => point.codePointAt(0).toString(16)).join("-"));
  const found = new Map();
  let loose = false, briefs = 0;
  for (const [term, value] of Object.entries(shard)) {
    const summary = term === "*" && name === word.text, exact = term === word.text;
    if (!exact && !(word.open && (summary || term.startsWith(word.text)))) continue;
    const cut = typeof value !== "string";
    loose ||= cut || summary;
    if (cut) briefs = Math.max(briefs, value[1]);
    decoded(cut ? value[0] : value, found, exact ? 1 : summary ? 0.5 : 0.9 * points.length / [...term].length);
  }
  briefs = Math.max(briefs, found.size);
  return { found, loose, rarity: Math.log(1 + (index.briefs - briefs + 0.5) / (briefs + 0.5)) };
}

// The ids of the briefs that have most of the words, the best first. A word that is `loose` rules nothing out.
export async function rank(query) {
  const asked = words(query), index = await directory();
  const lists = await Promise.all(asked.map((word) => lookUp(index, word)));
  const scores = new Map();
  for (const { found, loose, rarity } of lists)
    for (const [id, weight] of found) {
      const [held, score] = scores.get(id) || [0, 0];
      scores.set(id, [held + !loose, score + weight * rarity]);
    }
  let most = 0;
  for (const [held] of scores.values()) most = Math.max(most, held);
  const best = [...scores].filter(([, [held]]) => held === most);
  return best.sort(([one, [, a]], [other, [, b]]) => b - a || one - other).map(([id]) => id);
}

// The records of `ids`, those first that have most of the words in their title and one statement.
export async function records(ids, asked) {
  const { bits } = await directory();
  const blocks = await Promise.all(ids.map((id) => part("r-" + (id >>> (24 - bits)).toString(16))));
  const found = ids.flatMap((id, at) => {
    const own = blocks[at].filter((record) => record.id === id);
    for (const record of own) record.held = together(record, asked);
    // Two briefs may share an id; then the one that has none of the words is not meant.
    return own.length > 1 ? own.filter((record) => record.held) : own;
  });
  return found.sort((one, other) => other.held - one.held);
}

function together(record, asked) {
  const title = marks(record.title, asked).held;
  const texts = [record.standfirst || "", ...record.statements.map(([, text]) => text)];
  return Math.max(...texts.map((text) => new Set([...title, ...marks(text, asked).held]).size));
}

// `text` in pieces, those that match marked, and which of the words it holds.
export function marks(text, asked) {
  const pieces = [], held = new Set();
  let at = 0;
  const take = (end, marked) => { if (end > at) pieces.push([text.slice(at, end), marked]); at = Math.max(at, end); };
  for (const match of text.matchAll(WORD)) {
    if (match[1]) {
      const points = [...match[0]], folded = points.map(fold);
      let place = match.index;
      points.forEach((point, n) => {
        const hit = asked.filter((word) => word.text === folded[n] || (word.run && (word.text === folded[n] + folded[n + 1] || word.text === folded[n - 1] + folded[n])));
        hit.forEach((word) => held.add(word));
        take(place, false);
        take(place += point.length, hit.length > 0);
      });
      continue;
    }
    const token = fold(match[0]), hit = asked.find((word) => token === word.text || (word.open && token.startsWith(word.text)));
    if (!hit) continue;
    held.add(hit);
    take(match.index, false);
    take(match.index + match[0].length, true);
  }
  take(text.length, false);
  return { pieces, held };
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function marked(text, asked) {
  const joined = [];
  for (const [piece, hit] of marks(text, asked).pieces) {
    const last = joined.at(-1);
    if (last && last[1] === hit) last[0] += piece;
    else joined.push([piece, hit]);
  }
  return joined.map(([piece, hit]) => (hit ? element("mark", {}, piece) : piece));
}

function result(record, asked) {
  const href = new URL(record.url, ROOT).href, words = { lang: record.language, dir: "auto" };
  const said = record.statements.map(([anchor, text]) => ({ anchor, text, held: marks(text, asked).held.size }));
  const best = said.filter(({ held }) => held).sort((one, other) => other.held - one.held).slice(0, 2);
  const item = element("li", {}, element("h3", words, element("a", { href }, ...marked(record.title, asked))));
  if (!best.length && record.standfirst) item.append(element("p", words, ...marked(record.standfirst, asked)));
  for (const { anchor, text } of best)
    item.append(element("p", words, element("a", { className: "said", href: href + "#" + anchor }, ...marked(text, asked))));
  if (record.date) item.append(element("p", { className: "meta" }, record.date));
  return item;
}

function begin(box) {
  const field = box.querySelector("input"), status = box.querySelector("[role=status]"), all = document.getElementById("all").closest("section");
  const results = document.getElementById("results"), list = results.querySelector("ol"), more = results.querySelector("button");
  let turn = 0, waiting = 0, ids = [], asked = [];
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  async function show(own, from) {
    const found = await records(ids.slice(from, from + SHOWN), asked);
    if (own !== turn) return;
    const items = found.map((record) => result(record, asked));
    if (from) list.append(...items);
    else list.replaceChildren(...items);
    more.hidden = ids.length <= from + SHOWN;
    if (from && items.length) items[0].querySelector("a").focus();
  }

  async function answer() {
    const own = ++turn, query = field.value.trim();
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    asked = words(query);
    try {
      const found = asked.length ? await rank(query) : [];
      if (own !== turn) return;
      ids = found;
      await show(own, 0);
      if (own !== turn) return;
      say(asked.length ? status.dataset.found + ids.length : "");
      results.hidden = !ids.length;
      all.hidden = asked.length > 0;
    } catch (error) {
      if (own !== turn) return;
      say(status.dataset.failed);
      results.hidden = true;
      all.hidden = false;
    }
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(answer, 80); });
  more.addEventListener("click", () => show(turn, list.children.length).catch(() => say(status.dataset.failed)));
  if (field.value) answer();
}

const box = globalThis.document?.querySelector(".search");
if (box) begin(box);
