# Written by Quartermaster at each start; the token in it is why only this notebook's user may read it.
import os
import signal
import threading
import time

# The server itself runs nothing of what cells have installed; kernels may.
os.environ.pop('PYTHONNOUSERSITE', None)

for app in (c.NotebookApp, c.ServerApp):
    app.ip = '127.0.0.1'
    app.port = @PORT@
    app.port_retries = 0
    app.token = '@TOKEN@'
    app.open_browser = False
    app.allow_password_change = False
    app.quit_button = False
c.NotebookApp.notebook_dir = @HOME@
c.ServerApp.root_dir = @HOME@


def _until(end, user):
    """Ends by itself where nobody does: a minute after its time, or a quarter of an hour after anybody last looked."""
    seen, missed = None, 0
    while True:
        time.sleep(5)
        try:
            looked = os.stat(end).st_mtime
            with open(end) as file:
                until = float(file.read())
        except (OSError, ValueError):
            looked, until = seen, 0
        missed = 0 if looked != seen else missed + 1
        seen = looked
        if missed > 180 or time.time() > until + 60:
            os.kill(-1 if user is not None and os.getuid() == user else 0, signal.SIGKILL)


threading.Thread(target=_until, args=(@END@, @USER@), daemon=True).start()
