// What a page can do with a script that it does as well without: keys, copying,
// and the word that a newer account is there. Nothing on a page needs it.
"use strict";
(() => {
  const $ = (q, root = document) => root.querySelector(q);
  const all = (q) => [...document.querySelectorAll(q)];
  const store = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* private window */ } } };

  // #c=120,144 lights any stretch: the server is asked to light what is not lit.
  const reach = () => {
    const m = /^#c=(\d+)[,-](\d+)$/.exec(location.hash);
    if (m) {
      const id = `s-${m[1]}-${m[2]}`;
      if (document.getElementById(id)) location.replace("#" + id);
      else if (location.pathname.startsWith("/r/")) location.replace(`${location.pathname}?c=${m[1]},${m[2]}#${id}`);
      return;
    }
    // An explanation that an address names is opened; so is that of lit words.
    let at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const lit = /^s-(\d+)-(\d+)$/.exec(at.id);
    if (lit) at = all("details.note").find((n) => n.dataset.at === `${lit[1]},${lit[2]}`);
    all(".lit-now").forEach((n) => n.classList.remove("lit-now"));
    if (at && at.matches("details.note")) {
      at.open = true;
      at.classList.add("lit-now");
      const box = at.closest(".explained");
      if (box && box.scrollHeight > box.clientHeight) box.scrollTop = at.offsetTop - box.offsetTop - 8;
    }
  };
  addEventListener("hashchange", reach);
  reach();

  // Keys.
  const off = $("#keys-off");
  if (off) {
    off.closest("[hidden]").hidden = false;
    off.checked = store.get("keys") === "off";
    off.addEventListener("change", () => store.set("keys", off.checked ? "off" : "on"));
  }
  let here = null, going = false;
  const best = (n) => $("a.n", n) || $("a.q", n) || $("a", n);
  const step = (by) => {
    const list = all(".item").filter((n) => n.offsetParent !== null);
    if (!list.length) return;
    let i = list.indexOf(here);
    if (i < 0) {
      i = by > 0 ? list.findIndex((n) => n.getBoundingClientRect().top >= 0) : list.findLastIndex((n) => n.getBoundingClientRect().top < 0);
      if (i < 0) i = 0;
    } else i = Math.max(0, Math.min(list.length - 1, i + by));
    if (here) here.classList.remove("here");
    here = list[i];
    here.classList.add("here");
    const to = here.matches("details") ? $("summary", here) : best(here);
    if (to) to.focus({ preventScroll: true });
    here.scrollIntoView({ block: "center" });
  };
  const go = { s: "/stories", t: "#tolls", c: "#conflicts", q: "#gaps", d: "#timeline", r: "#sources" };
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || store.get("keys") === "off") return;
    if (e.target.closest("input, textarea, select, [contenteditable]")) return;
    if (going) {
      going = false;
      if (go[e.key]) { e.preventDefault(); location.assign(go[e.key]); }
      return;
    }
    switch (e.key) {
      case "j": step(1); break;
      case "k": step(-1); break;
      case "o": {
        if (!here) return;
        if (here.matches("details")) here.open = !here.open;
        else { const a = best(here); if (a) a.click(); }
        break;
      }
      case "v": { const a = $("a.original") || $(".views a"); if (a) a.click(); break; }
      case "/": { const q = $("main input[type=search]") || $("input[type=search]"); if (q) { e.preventDefault(); q.focus(); q.select(); } return; }
      case "?": location.assign("/help#keys"); break;
      case "g": going = true; setTimeout(() => { going = false; }, 1500); break;
      default: return;
    }
    e.preventDefault();
  });
  document.body.dataset.keys = store.get("keys") || "on";

  // Copying: a button beside each text that is there to be copied.
  if (navigator.clipboard) {
    const words = document.documentElement.lang === "fr" ? ["Copier", "Copié"] : ["Copy", "Copied"];
    all(".take textarea").forEach((t) => {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = words[0];
      b.addEventListener("click", async () => {
        await navigator.clipboard.writeText(t.value);
        b.textContent = words[1];
        setTimeout(() => { b.textContent = words[0]; }, 2000);
      });
      t.closest("label").after(b);
    });
  }

  // A newer account: said, never forced on a reader in the middle of a line.
  const edition = Number(document.body.dataset.edition);
  if (edition && window.EventSource && window === window.top) {
    const heard = (e) => { if (Number(e.data) > edition) { const n = $(".news"); n.hidden = false; } };
    const s = new EventSource("/events");
    s.addEventListener("edition", heard);
    s.addEventListener("message", heard);
    addEventListener("pagehide", () => s.close());
  }
})();
