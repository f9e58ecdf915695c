"""Who stands where: positions of one document, from words of stance, from acts, and from what speakers say."""
