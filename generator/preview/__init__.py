"""A site shown in the browser while it is written: files watched, pages served, tabs reloaded."""
