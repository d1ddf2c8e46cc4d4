// Pages without the shell: nothing but what a form needs.

// A page kept by the browser from before may belong to somebody who has signed out since.
addEventListener('pageshow', (event) => event.persisted && location.reload());

// The same form is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.hasAttribute('aria-busy')) event.preventDefault();
  else form.setAttribute('aria-busy', 'true');
});
