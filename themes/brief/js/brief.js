// The reader's colours, and the pairing of a marker with its sentence under the pointer.
// Nothing is lost without it but these two. It is loaded in the head, so that the colours are set before anything is drawn.
(function () {
  "use strict";
  const root = document.documentElement, order = ["system", "light", "dark"];
  let scheme = "system";
  try { scheme = localStorage.getItem("scheme") || scheme; } catch (refused) { /* private windows may refuse */ }
  if (!order.includes(scheme)) scheme = "system";

  function colour() {
    if (scheme === "system") delete root.dataset.theme;
    else root.dataset.theme = scheme;
  }

  function schemeButton(button) {
    const name = () => { button.textContent = button.dataset.label + ": " + button.dataset[scheme]; };
    button.addEventListener("click", () => {
      scheme = order[(order.indexOf(scheme) + 1) % order.length];
      try { localStorage.setItem("scheme", scheme); } catch (refused) { /* kept for this page alone */ }
      colour();
      name();
    });
    name();
  }

  // A marker lights its sentence, a sentence lights the markers that lead to it.
  function pairing(brief) {
    const partners = (element) => {
      const marker = element.closest("a.ev"), mark = element.closest("mark[id]");
      if (marker) return [document.getElementById(marker.hash.slice(1))];
      return mark ? [...brief.querySelectorAll('a.ev[href="#' + mark.id + '"]')] : [];
    };
    const light = (on) => (event) => {
      for (const partner of partners(event.target)) if (partner) partner.classList.toggle("on", on);
    };
    for (const name of ["mouseover", "focusin"]) brief.addEventListener(name, light(true));
    for (const name of ["mouseout", "focusout"]) brief.addEventListener(name, light(false));
  }

  colour();
  root.classList.add("scripted");
  document.addEventListener("DOMContentLoaded", () => {
    for (const [selector, begin] of [[".scheme", schemeButton], ["article.brief", pairing]]) {
      const element = document.querySelector(selector);
      if (element) begin(element);
    }
  });
})();
