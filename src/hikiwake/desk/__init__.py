"""The desk: the local application in which a case is made, over its folder and its workbench.

``hikiwake desk CASE`` serves it on this machine. Every page is HTML from a template; every action is a form that is
sent by POST and works without script; the answer to an action is a redirect to what shows its effect. One script of our
own (``static/desk.js``) sends the same forms in the background, puts the answer in place, and knows the keys.

Which file holds what:

====================  =================================================================================================
``app.py``            the application: all routes as one list, the middleware, what is said of a fault
``serving.py``        uvicorn on a free port of this machine, until it is interrupted
``desks.py``          ``Desk``: the folder in which cases are found and made, and the one case that is open
``opened.py``         ``OpenCase``: its dossier as the folder has it now, its workbench, whether it may be changed
``showing.py``        ``shown``: a template with its context dataclass, inside the frame (bar, notices) of the desk
``acting.py``         ``action``: reads a form, calls a function with its ``Fields``, guards that this case is meant
``working.py``        ``Work``: what takes longer than a request: a thread with progress and an end
``entering.py``       ``/enter``: where the token of a shared server is asked, and the name of whoever decides
``live/``             ``/live``: what others do, as a stream of events to every page that is open and in sight
``noticing.py``       what is told above every view: changes of the folder by other means, until somebody has seen them
``safety/``           one guard a file, each with a planted attack in ``tests/desk/safety``: writes from elsewhere, the
                      content policy, addresses to go back to, the token of a server that others reach
``shelf/``            ``/``: the cases that are there, a new case, a copy of a built-in one
``page/``             ``/case``: the page of the case, made again when the record has changed
``documents/``        ``/documents``: files in, the list, a document's bibliography; its whole text with its passages
``review/``           ``/review``: the queue of proposals; accept, edit, reject, all at once, undo, redo
``editing/``          ``/entries``: the rows of every table, each as a form, new ones from a passage; ``/history``, undo
``models/``            ``/models``: the graph models, drafted, edited as forms and solved as they stand there
``whatif/``            ``/whatif``: sets of assumptions that the address holds, beside the record and never part of it
``packages/``         ``/packages``: the numbers of a package file as sliders, which assume and never record
``hypotheses/``       ``/hypotheses``: competing hypotheses: the list, the matrix of one, its evidence, the result
``share/``             ``/share``: files for others, made in a thread; what comes back is taken in
``templates/desk/``   one template for each view; ``pieces.html``: macros for forms, ``frame.html``: what all share
``static/``           ``desk.css`` (over the page's own style, which comes from ``hikiwake.report``) and ``desk.js``
====================  =================================================================================================

To add a view:

1. a folder, or a file in one that is there, with a context dataclass (each field with a docstring) and view functions:
   ``def view(request: Request) -> Response: ... return shown(request, "desk/NAME.html", Context(...))``; a plain
   function runs in a thread of its own, so it may read files and the workbench (``with opened.workbench() as bench``);
2. its routes as ``ROUTES`` at the end of the file, ``Route("/name", view)`` and ``Route("/name/do", action(do),
   methods=["POST"])``; the list in ``app.py`` takes them in; where it belongs into the bar, a line in ``BAR`` there;
3. a template that begins with ``{% extends "desk/frame.html" %}``; each form with ``{% call form("/name/do") %}``
   of ``pieces.html``, which says which case is meant; ``data-swap="#id"`` on a form has the script put only that
   part of the answer in place; ``data-key="x"`` on a button makes it a key (told by ``?``);
4. what changes the record goes through a method of ``Workbench``, so that it is logged and can be undone;
5. sentences in ``wording/desk/``; a test in ``tests/desk/``, with the fixtures of its ``conftest.py``, and where the
   script matters one in ``tests/browser/test_desk.py``.
"""

from hikiwake.desk.app import application
from hikiwake.desk.desks import Desk
from hikiwake.desk.serving import serve

__all__ = ["Desk", "application", "serve"]
