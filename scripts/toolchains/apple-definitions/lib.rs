// Nothing is compiled of this.
